import { outboxDepth, type Relay, type RelayStatus } from '@offset-zero/outbox';
import type { Database } from '../database/database.ts';
import type { Metrics } from './metrics.ts';
import type { MetricOf } from './table.ts';

type OfTheRelay = Extract<MetricOf<'gauge' | 'counter'>, `relay_${string}`>;

/** How much waits in the outbox of this service, and for how long. */
export function measureOutbox(metrics: Metrics, { sql }: Database): void {
  let asked: ReturnType<typeof outboxDepth> | undefined;
  const depth = () => {
    asked ??= outboxDepth(sql).finally(() => (asked = undefined));
    return asked;
  };
  metrics.reading('outbox_rows', async () => [[{}, (await depth()).rows]]);
  metrics.reading('outbox_oldest_seconds', async () => [[{}, (await depth()).oldestSeconds]]);
}

/** How the relay does; nothing as long as there is none. Gives what takes the time of each of its batches, in seconds. */
export function measureRelay(metrics: Metrics, relay: () => Relay | undefined): (seconds: number) => void {
  const reading = (name: OfTheRelay, value: (status: RelayStatus) => number) =>
    metrics.reading(name, () => {
      const status = relay()?.status();
      return status === undefined ? [] : [[{}, value(status)]];
    });
  reading('relay_active', ({ office }) => (office === 'active' ? 1 : 0));
  reading('relay_terms_total', ({ terms }) => terms);
  reading('relay_failing', ({ lastError }) => (lastError === undefined ? 0 : 1));
  reading('relay_published_rows_total', ({ publishedRows }) => publishedRows);
  const took = metrics.timing('relay_batch_duration_seconds');
  return (seconds) => took({}, seconds);
}
