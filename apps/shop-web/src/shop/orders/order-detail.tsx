import { Card, Group, Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Order } from '../../api/bodies.ts';
import { LiveBadge } from '../../live/live-badge.tsx';
import { useLive } from '../../live/use-live.ts';
import { StatusBadge } from '../../order/status-badge.tsx';
import { TextLink } from '../../shell/links.tsx';
import { CancelOrder } from './cancel-order.tsx';
import classes from './order-detail.module.css';
import { OrderLines } from './order-lines.tsx';
import { useTrace } from './order.http.ts';
import { type Fact, factOf, timeline } from './timeline.ts';
import { TimelineView } from './timeline-view.tsx';

export function OrderDetail({ order: fetched }: { order: Order }) {
  const { t } = useTranslation('shop');
  const queries = useQueryClient();
  const { orderId } = fetched;
  const { data: traced = [], refetch: traceAgain } = useTrace(orderId);
  const [heard, setHeard] = useState<Fact[]>([]);
  const [latest, setLatest] = useState<Partial<Order>>({});
  const state = useLive(
    { topics: ['order'], keys: [orderId], order: orderId },
    {
      ready() {
        void queries.invalidateQueries({ queryKey: ['order', orderId] });
        void traceAgain();
      },
      record({ topic, key, type, time, headers, value }) {
        if (key !== orderId) return;
        setHeard((before) => [...before, factOf(type, headers.ce_time ?? time ?? '', value)]);
        if (topic === 'order' && value) setLatest(changedIn(value));
      },
    },
  );
  const order = (latest.version ?? 0) > fetched.version ? { ...fetched, ...latest } : fetched;
  return (
    <div className={classes.columns}>
      <section aria-label={t('order.way')}>
        <Group justify="space-between" mb="lg">
          <StatusBadge status={order.status} size="lg" />
          <LiveBadge state={state} />
        </Group>
        <TimelineView timeline={timeline(order, [...traced, ...heard])} lines={order.lines} />
        <TextLink to="/trace/$orderId" params={{ orderId }} fw={600}>
          {t('order.everyStep')}
        </TextLink>
      </section>
      <Card withBorder component="section" aria-label={t('order.what')}>
        <Stack gap="md">
          <Title order={2}>{t('order.what')}</Title>
          <OrderLines order={order} />
          <Text size="xs" c="dimmed">
            {t('order.number')} <span translate="no">{orderId}</span>
          </Text>
          <CancelOrder order={order} />
        </Stack>
      </Card>
    </div>
  );
}

/** The topic has times in milliseconds, HTTP as text. */
const changedIn = (value: { version: number; status: Order['status']; reason: string | null; updatedAt: number }) => ({
  version: value.version,
  status: value.status,
  reason: value.reason,
  updatedAt: new Date(value.updatedAt).toISOString(),
});
