import { Button, Group } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { IconPackage } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { LiveBadge } from '../../live/live-badge.tsx';
import { createLiveValues } from '../../live/live-values.ts';
import { LiveValuesContext } from '../../live/live-values.context.ts';
import { useLive } from '../../live/use-live.ts';
import { ButtonLink } from '../../shell/links.tsx';
import { Page } from '../../shell/page.tsx';
import { usePerson } from '../../shell/shop.context.ts';
import { Empty } from '../../shell/states/empty.tsx';
import { QueryView } from '../../shell/states/query-view.tsx';
import { OrderRow } from './order-row.tsx';
import classes from './orders-page.module.css';
import { useOrders } from './order.http.ts';

export default function OrdersPage() {
  const { t } = useTranslation('shop');
  const isOwn = usePerson().customerId !== undefined;
  const queries = useQueryClient();
  const query = useOrders();
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = query;
  const values = useMemo(() => createLiveValues(), []);
  const again = () => void queries.invalidateQueries({ queryKey: ['orders'] });
  const state = useLive(
    { topics: ['order'] },
    {
      record(record) {
        values.record(record);
        const isKnown = data?.pages.some(({ items }) => items.some(({ orderId }) => orderId === record.key));
        if (!isKnown && record.value?.version === 1) again();
      },
      reset: values.clear,
      ready: again,
    },
  );
  return (
    <Page title={isOwn ? t('orders.title') : t('orders.all')} actions={<LiveBadge state={state} />}>
      <LiveValuesContext value={values}>
        <QueryView query={query}>
          {({ pages }) =>
            pages[0]?.items.length === 0 ? (
              <Empty
                icon={IconPackage}
                title={t('orders.none')}
                action={<ButtonLink to="/">{t('basket.toCatalogue')}</ButtonLink>}
              >
                {t('orders.noneWhy')}
              </Empty>
            ) : (
              <ul className={classes.orders}>
                {pages
                  .flatMap(({ items }) => items)
                  .map((order) => (
                    <OrderRow key={order.orderId} order={order} withCustomer={!isOwn} />
                  ))}
              </ul>
            )
          }
        </QueryView>
      </LiveValuesContext>
      {hasNextPage && (
        <Group justify="center">
          <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('more')}
          </Button>
        </Group>
      )}
    </Page>
  );
}
