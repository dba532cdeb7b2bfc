import { Card, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconRoute } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/use-formats.ts';
import { StatusBadge } from '../order/status-badge.tsx';
import { TextLink } from '../shell/links.tsx';
import { useApi } from '../shell/shop.context.ts';
import { Empty } from '../shell/states/empty.tsx';
import { QueryView } from '../shell/states/query-view.tsx';
import { latestOrdersQuery } from './latest-orders.http.ts';

/** The orders that were placed last: the one that somebody wants to see is mostly among them. */
export function LatestOrders() {
  const { t } = useTranslation('trace');
  const { dateTime, money } = useFormats();
  const orders = useQuery(latestOrdersQuery(useApi()));
  return (
    <Stack component="section" gap="sm" aria-labelledby="latest-orders">
      <Title order={2} id="latest-orders">
        {t('latest')}
      </Title>
      <QueryView query={orders}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon={IconRoute} title={t('noOrders')} />
          ) : (
            <Card withBorder padding={0}>
              <Stack component="ul" gap={0} m={0} p={0}>
                {items.map(({ orderId, status, placedAt, total, customer }) => (
                  <Group key={orderId} component="li" gap="sm" px="md" py="xs" className="line">
                    <TextLink to="/trace/$orderId" params={{ orderId }} ff="monospace" size="sm">
                      {orderId}
                    </TextLink>
                    <StatusBadge status={status} />
                    <Text size="sm" c="dimmed">
                      {dateTime(placedAt)} · {money(total)}
                      {customer && ` · ${customer.name}`}
                    </Text>
                  </Group>
                ))}
              </Stack>
            </Card>
          )
        }
      </QueryView>
    </Stack>
  );
}
