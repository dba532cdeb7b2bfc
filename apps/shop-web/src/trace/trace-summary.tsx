import { Group, Loader, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StreamState } from '../live/stream.ts';
import { StatusBadge } from '../order/status-badge.tsx';
import { lanesOf } from './lanes.ts';
import type { OrderTrace } from './trace.ts';
import { useDuration } from './use-duration.ts';

/** What became of the order, and what it took. */
export function TraceSummary({ trace, stream }: { trace: OrderTrace; stream: StreamState }) {
  const { t } = useTranslation('trace');
  const duration = useDuration();
  const { lanes, rows } = lanesOf(trace);
  return (
    <Group gap="md" role="status">
      <StatusBadge status={trace.status} size="lg" />
      <Text>
        {t('records', { count: rows.length })}, {t('services', { count: lanes.length })},{' '}
        {t('took', { duration: duration(rows.at(-1)?.since ?? 0) })}
      </Text>
      {!trace.complete && (
        <Group gap={6}>
          <Loader size={14} aria-hidden />
          <Text size="sm">{t(stream === 'live' ? 'onItsWay' : 'onItsWayNotLive')}</Text>
        </Group>
      )}
    </Group>
  );
}
