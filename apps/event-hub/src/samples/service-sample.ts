import { type Metric, metricsIn } from './metrics.ts';

/** How far a subscription is. What its service did not say is undefined. */
export interface SubscriptionSample {
  name: string;
  topic: string;
  state: string;
  lag?: number;
  lagSeconds?: number;
  /** Messages taken on since the process started. */
  handled?: number;
  parked?: number;
  waiting?: number;
  caughtUp: boolean;
  /** Partition → the next offset it will read. */
  next: ReadonlyMap<number, number>;
}

/** What a service says of itself at one moment. */
export interface ServiceSample {
  /** When its process started, seconds since 1970: another one counts from 0 again. */
  startedAt: number;
  ready: boolean;
  /** Codes of what works less well. */
  degraded: string[];
  outbox?: { depth: number; oldestSeconds: number };
  /** Topic → facts published since the process started. */
  published: ReadonlyMap<string, number>;
  subscriptions: SubscriptionSample[];
}

const WANTED = /^(service_(ready|degraded)|process_start_time_seconds|outbox_|consumer_|relay_published)(?!.*_bucket$)/;

/** A service's `/metrics` page, as far as the hub looks at it. */
export function serviceSample(page: string): ServiceSample {
  const byName = Map.groupBy(
    metricsIn(page, (name) => WANTED.test(name)),
    ({ name }) => name,
  );
  const all = (name: string): Metric[] => byName.get(name) ?? [];
  const depth = all('outbox_rows')[0]?.value;
  return {
    startedAt: all('process_start_time_seconds')[0]?.value ?? 0,
    ready: all('service_ready')[0]?.value === 1,
    degraded: all('service_degraded').map(({ labels }) => labels.code!),
    outbox: depth === undefined ? undefined : { depth, oldestSeconds: all('outbox_oldest_seconds')[0]?.value ?? 0 },
    published: new Map(
      all('relay_published_rows_total').map(({ labels, value }): [string, number] => [labels.topic!, value]),
    ),
    subscriptions: all('consumer_caught_up').map(({ labels, value }) => {
      const of = (name: string) => all(name).filter((metric) => metric.labels.subscription === labels.subscription);
      return {
        name: labels.subscription!,
        topic: labels.topic!,
        state: of('consumer_state').find((metric) => metric.value === 1)?.labels.state ?? 'starting',
        lag: of('consumer_lag_messages')[0]?.value,
        lagSeconds: of('consumer_lag_seconds')[0]?.value,
        handled: of('consumer_handled_messages_total')[0]?.value,
        parked: of('consumer_parked_messages')[0]?.value,
        waiting: of('consumer_waiting_messages')[0]?.value,
        caughtUp: value === 1,
        next: new Map(
          of('consumer_next_offset').map((metric): [number, number] => [Number(metric.labels.partition), metric.value]),
        ),
      };
    }),
  };
}
