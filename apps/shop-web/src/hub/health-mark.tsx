import {
  IconAlertTriangle,
  IconCircleCheck,
  IconHelpCircle,
  IconHourglass,
  IconPlugConnectedX,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './health-mark.module.css';
import type { Health } from './health.ts';

const ICONS = {
  fine: IconCircleCheck,
  behind: IconHourglass,
  parked: IconAlertTriangle,
  unknown: IconHelpCircle,
  away: IconPlugConnectedX,
} as const satisfies Record<Health, unknown>;

/** A state in colour, shape and words: never by colour alone. */
export function HealthMark({ health }: { health: Health }) {
  const { t } = useTranslation('hub');
  const Icon = ICONS[health];
  return (
    <span className={classes.mark} data-health={health}>
      <Icon size={14} aria-hidden /> {t(`health.${health}`)}
    </span>
  );
}
