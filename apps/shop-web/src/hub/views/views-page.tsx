import { SimpleGrid } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconTable } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../shell/page.tsx';
import { useApi } from '../../shell/shop.context.ts';
import { Empty } from '../../shell/states/empty.tsx';
import { QueryView } from '../../shell/states/query-view.tsx';
import { flowQuery } from '../hub.http.ts';
import { ViewCard } from './view-card.tsx';

/** What services keep of others, and how far each has read. */
export default function ViewsPage() {
  const { t } = useTranslation('hub');
  const flow = useQuery(flowQuery(useApi()));
  return (
    <Page title={t('views.title')} lead={t('views.lead')}>
      <QueryView query={flow}>
        {({ views, subscriptions }) =>
          views.length === 0 ? (
            <Empty icon={IconTable} title={t('views.none')} />
          ) : (
            <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
              {views.map((view) => (
                <ViewCard
                  key={`${view.service} ${view.subscription}`}
                  view={view}
                  subscription={subscriptions.find(
                    (each) => each.service === view.service && each.subscription === view.subscription,
                  )}
                />
              ))}
            </SimpleGrid>
          )
        }
      </QueryView>
    </Page>
  );
}
