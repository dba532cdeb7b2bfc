import { Alert, Skeleton, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../shell/page.tsx';
import { useApi } from '../../shell/shop.context.ts';
import { QueryView } from '../../shell/states/query-view.tsx';
import { flowQuery, mapQuery } from '../hub.http.ts';
import { graphOf } from './graph.ts';
import { ServiceTable } from './service-table.tsx';
import { Selection } from './selection.tsx';
import { TopicTable } from './topic-table.tsx';

const Picture = lazy(() => import('./picture.tsx'));

/** What lives here and what flows: as a picture, and the same as tables. */
export default function MapPage() {
  const { t } = useTranslation('hub');
  const api = useApi();
  const map = useQuery(mapQuery(api));
  const flow = useQuery(flowQuery(api));
  const [selected, select] = useState<string>();
  return (
    <Page title={t('map.title')} lead={t('map.lead')}>
      {flow.data?.kafka === 'away' && (
        <Alert color="ember" title={t('kafkaAway')}>
          {t('kafkaAwayText')}
        </Alert>
      )}
      <QueryView query={map} loading={<Skeleton height={420} radius="lg" />}>
        {(found) => {
          const graph = graphOf(found, flow.data);
          return (
            <>
              <Suspense fallback={<Skeleton height={420} radius="lg" />}>
                <Picture graph={graph} selected={selected} onSelect={select} />
              </Suspense>
              <Selection graph={graph} id={selected} />
              <ServiceTable graph={graph} />
              <Stack component="section" gap="sm" aria-labelledby="hub-topics">
                <Title order={2} id="hub-topics">
                  {t('topics')}
                </Title>
                <TopicTable graph={graph} />
              </Stack>
            </>
          );
        }}
      </QueryView>
    </Page>
  );
}
