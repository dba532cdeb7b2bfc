import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { onNotices, shownNotices } from './notices.ts';
import classes from './notices-view.module.css';

/** What was done a moment ago. */
export function Notices() {
  const notices = useSyncExternalStore(onNotices, shownNotices);
  return (
    <div className={classes.notices} role="status" aria-live="polite">
      {notices.map(({ id, text, isWarning }) => (
        <p key={id} className={classes.notice} role={isWarning ? 'alert' : undefined}>
          {isWarning ? <IconAlertTriangle size={18} aria-hidden /> : <IconCheck size={18} aria-hidden />}
          {text}
        </p>
      ))}
    </div>
  );
}
