import { Card, Skeleton, Stack, Text, Title } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { History, HistorySeries } from '../hub.ts';
import { busiest, chartOf } from './series.ts';
import { SummaryTable } from './summary-table.tsx';

const LineChart = lazy(() => import('./line-chart.tsx'));

/** As many lines as eyes and colours can tell apart; the table has them all. */
const LINES = 6;
const HEIGHT = 240;

export function ChartSection({ kind, history }: { kind: HistorySeries['kind']; history: History }) {
  const { t } = useTranslation('hub');
  const chart = chartOf(history, kind);
  const lines = busiest(chart, LINES);
  return (
    <Card component="section" withBorder aria-labelledby={`chart-${kind}`}>
      <Stack gap="sm">
        <div>
          <Title order={2} id={`chart-${kind}`}>
            {t(`lag.${kind}.title`)}
          </Title>
          <Text c="dimmed">{t(`lag.${kind}.lead`)}</Text>
        </div>
        {lines.length === 0 ? (
          <Text>{t(`lag.${kind}.quiet`)}</Text>
        ) : (
          <Suspense fallback={<Skeleton height={HEIGHT} />}>
            <LineChart times={chart.times} lines={lines} height={HEIGHT} isRate={kind === 'rate'} />
          </Suspense>
        )}
        <SummaryTable chart={chart} isRate={kind === 'rate'} />
      </Stack>
    </Card>
  );
}
