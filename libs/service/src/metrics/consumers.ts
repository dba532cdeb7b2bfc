import type { Committed, SubscriptionState, SubscriptionStatus } from '@offset-zero/messaging';
import type { View } from '@offset-zero/views';
import type { Consumption } from '../views/consumption.ts';
import type { Metrics } from './metrics.ts';
import type { LabelsOf, MetricOf } from './table.ts';

const STATES: readonly SubscriptionState[] = ['starting', 'running', 'waiting', 'stopped'];

/** The numbers whose labels are those of a subscription and nothing else. */
type PerSubscription = Exclude<
  Extract<MetricOf<'gauge' | 'counter'>, `consumer_${string}`>,
  'consumer_state' | 'consumer_next_offset'
>;

const NUMBERS: { [Name in PerSubscription]: (status: SubscriptionStatus) => number } = {
  consumer_lag_messages: ({ lag }) => lag,
  consumer_lag_seconds: ({ behindMs }) => behindMs / 1_000,
  consumer_handled_messages_total: ({ handled }) => handled,
  consumer_parked_messages: ({ parked }) => parked,
  consumer_parked_oldest_seconds: ({ oldestParkedMs }) => oldestParkedMs / 1_000,
  consumer_waiting_messages: ({ waiting }) => waiting,
  consumer_waiting_oldest_seconds: ({ oldestWaitingMs }) => oldestWaitingMs / 1_000,
  consumer_caught_up: ({ caughtUpOnce }) => (caughtUpOnce ? 1 : 0),
};

/** How far each subscription is, and what it does. Gives what takes the time of each of their transactions. */
export function measureConsumers(
  metrics: Metrics,
  consumption: Consumption,
  views: readonly View[],
): (committed: Committed) => void {
  for (const name of Object.keys(NUMBERS) as (keyof typeof NUMBERS)[]) {
    metrics.reading(name, () => consumption.statuses().map((status) => [labelsOf(status), NUMBERS[name](status)]));
  }
  metrics.reading('consumer_next_offset', () => consumption.statuses().flatMap(positionsOf));
  metrics.reading('consumer_state', () => consumption.statuses().flatMap(statesOf));
  metrics.reading('view_ready', () =>
    views.map((view) => [{ view: view.name }, consumption.of(view)?.caughtUpOnce ? 1 : 0]),
  );
  const took = metrics.timing('consumer_batch_duration_seconds');
  return ({ subscription, topic, ms }) => took({ subscription, topic }, ms / 1_000);
}

const labelsOf = ({ name, topic }: SubscriptionStatus) => ({ subscription: name, topic });

const positionsOf = (status: SubscriptionStatus) =>
  status.partitions.map(({ partition, next }): [LabelsOf<'consumer_next_offset'>, number] => [
    { ...labelsOf(status), partition: String(partition) },
    next,
  ]);

const statesOf = (status: SubscriptionStatus) =>
  STATES.map((state): [LabelsOf<'consumer_state'>, number] => [
    { ...labelsOf(status), state },
    status.state === state ? 1 : 0,
  ]);
