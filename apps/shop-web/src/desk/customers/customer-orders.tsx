import { Card, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/use-formats.ts';
import { useLive } from '../../live/use-live.ts';
import { StatusBadge } from '../../order/status-badge.tsx';
import { PlainLink } from '../../shell/links.tsx';
import { useApi } from '../../shell/shop.context.ts';
import { QueryView } from '../../shell/states/query-view.tsx';
import classes from '../desk.module.css';
import { ordersQuery } from './customers.http.ts';

/** What a customer ordered, newest first; follows by itself. */
export function CustomerOrders({ customerId }: { customerId: string }) {
  const { t } = useTranslation('desk');
  const { dateTime, money } = useFormats();
  const api = useApi();
  const client = useQueryClient();
  const query = ordersQuery(api, customerId);
  const orders = useQuery(query);
  const again = () => void client.invalidateQueries({ queryKey: query.queryKey });
  useLive({ topics: ['order'] }, { record: ({ value }) => value?.customerId === customerId && again() });
  return (
    <Card withBorder component="section" aria-labelledby="customer-orders" padding={0}>
      <Title order={2} id="customer-orders" px="lg" pt="lg" pb="sm">
        {t('customer.orders')}
      </Title>
      <QueryView query={orders}>
        {({ items, next }) => (
          <>
            {items.length === 0 && (
              <Text c="dimmed" px="lg" pb="lg">
                {t('customer.noOrders')}
              </Text>
            )}
            <ul className={classes.list}>
              {items.map(({ orderId, status, placedAt, total }) => (
                <li key={orderId}>
                  <PlainLink to="/orders/$orderId" params={{ orderId }} className={classes.row}>
                    <Stack gap={0} flex={1}>
                      <Text fw={600}>{money(total)}</Text>
                      <Text size="xs" c="dimmed">
                        {dateTime(placedAt)}
                      </Text>
                    </Stack>
                    <StatusBadge status={status} />
                  </PlainLink>
                </li>
              ))}
            </ul>
            {next !== undefined && (
              <Text size="sm" c="dimmed" p="md">
                {t('customer.moreOrders', { count: items.length })}
              </Text>
            )}
          </>
        )}
      </QueryView>
    </Card>
  );
}
