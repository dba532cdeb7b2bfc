import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/use-formats.ts';
import { StatusBadge } from '../order/status-badge.tsx';
import { gistOf } from './summary.ts';
import css from './time-line.module.css';
import type { TraceStep } from './trace.ts';

/** Beside a step's name: what it says. */
export function Gist({ step }: { step: TraceStep }) {
  const { t } = useTranslation('trace');
  const { number } = useFormats();
  const gist = gistOf(step);
  if (gist === undefined) return null;
  if (gist.says === 'status') return <StatusBadge status={gist.status} size="sm" />;
  return (
    <Badge variant="default" size="sm" tt="none" className={css.gist}>
      {gist.says === 'code'
        ? gist.code
        : t('stock', { ...gist, onHand: number(gist.onHand), reserved: number(gist.reserved) })}
    </Badge>
  );
}
