import { useTranslation } from 'react-i18next';
import classes from './live-badge.module.css';
import type { StreamState } from './stream.ts';

/** Whether what is shown changes by itself at the moment. */
export function LiveBadge({ state }: { state: StreamState }) {
  const { t } = useTranslation();
  return (
    <span className={classes.badge} data-state={state}>
      <span className={classes.dot} aria-hidden />
      {t(`live.${state}`)}
    </span>
  );
}
