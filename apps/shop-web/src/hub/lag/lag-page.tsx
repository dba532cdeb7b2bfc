import { SegmentedControl } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../shell/page.tsx';
import { useApi } from '../../shell/shop.context.ts';
import { QueryView } from '../../shell/states/query-view.tsx';
import { historyQuery } from '../hub.http.ts';
import { ChartSection } from './chart-section.tsx';

const MINUTES = [1, 5, 15] as const;
const KINDS = ['lag', 'outbox', 'rate'] as const;

/** How far behind readers were, what waited in the outboxes, and how much flowed, over the last minutes. */
export default function LagPage() {
  const { t } = useTranslation('hub');
  const [minutes, setMinutes] = useState<number>(5);
  const history = useQuery({ ...historyQuery(useApi(), minutes), placeholderData: keepPreviousData });
  const range = (
    <SegmentedControl
      aria-label={t('lag.range')}
      value={`${minutes}`}
      onChange={(value) => setMinutes(Number(value))}
      data={MINUTES.map((each) => ({ value: `${each}`, label: t('lag.minutes', { count: each }) }))}
    />
  );
  return (
    <Page title={t('lag.title')} lead={t('lag.lead')} actions={range}>
      <QueryView query={history}>
        {(found) => KINDS.map((kind) => <ChartSection key={kind} kind={kind} history={found} />)}
      </QueryView>
    </Page>
  );
}
