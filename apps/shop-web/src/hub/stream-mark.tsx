import { IconAntennaBars5, IconAntennaBarsOff, IconLoader2, IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { StreamState } from '../live/stream.ts';
import classes from './health-mark.module.css';

const LOOKS = {
  connecting: [IconLoader2, 'unknown'],
  live: [IconAntennaBars5, 'fine'],
  waiting: [IconLoader2, 'behind'],
  away: [IconAntennaBarsOff, 'away'],
  refused: [IconLock, 'away'],
} as const satisfies Record<StreamState, unknown>;

/** Whether what is shown comes by itself. */
export function StreamMark({ state }: { state: StreamState }) {
  const { t } = useTranslation('hub');
  const [Icon, health] = LOOKS[state];
  return (
    <span className={classes.mark} data-health={health} role="status">
      <Icon size={16} aria-hidden /> {t(`stream.${state}`)}
    </span>
  );
}
