import { outboxDepth } from '@offset-zero/outbox';
import type { Database } from '../database/database.ts';
import type { Consumption } from '../views/consumption.ts';
import type { Metrics } from './metrics.ts';

/** The numbers that tell whether facts flow: how much waits in the outbox, how far the consumers are behind. */
export function measureOutbox(metrics: Metrics, database: Database): void {
  let asked: ReturnType<typeof outboxDepth> | undefined;
  const depth = () => {
    asked ??= outboxDepth(database.sql).finally(() => (asked = undefined));
    return asked;
  };
  metrics.gauge('outbox_rows', 'Facts committed and not yet published', [], async () => [[{}, (await depth()).rows]]);
  metrics.gauge('outbox_oldest_seconds', 'Age of the oldest fact not yet published', [], async () => [
    [{}, (await depth()).oldestSeconds],
  ]);
}

export function measureConsumers(metrics: Metrics, consumption: Consumption): void {
  const labels = ['subscription', 'topic'] as const;
  const perSubscription = (value: (status: ReturnType<Consumption['statuses']>[number]) => number) => () =>
    consumption
      .statuses()
      .map((status): [Record<(typeof labels)[number], string>, number] => [
        { subscription: status.name, topic: status.topic },
        value(status),
      ]);
  metrics.gauge(
    'consumer_lag',
    'Offsets between the end of the topic and what is applied',
    [...labels],
    perSubscription(({ lag }) => lag),
  );
  metrics.gauge(
    'consumer_parked',
    'Messages that could not be handled and wait for somebody',
    [...labels],
    perSubscription(({ parked }) => parked),
  );
  metrics.gauge(
    'consumer_caught_up',
    '1 once everything was read that was there at the start',
    [...labels],
    perSubscription(({ caughtUpOnce }) => (caughtUpOnce ? 1 : 0)),
  );
}
