import { outboxDepth, type Relay, type RelayStatus } from '@offset-zero/outbox';
import type { Database } from '../database/database.ts';
import type { Metrics } from './metrics.ts';
import type { MetricOf } from './table.ts';

type OfTheRelay = Exclude<Extract<MetricOf<'gauge' | 'counter'>, `relay_${string}`>, 'relay_published_rows_total'>;

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

/** How the relay does; nothing as long as there is none. Gives what takes each batch that it has published. */
export function measureRelay(
  metrics: Metrics,
  topics: readonly { name: string }[],
  relay: () => Relay | undefined,
): (rows: readonly { topic: string }[], seconds: number) => void {
  const published = new Map(topics.map(({ name }) => [name, 0]));
  const reading = (name: OfTheRelay, value: (status: RelayStatus) => number) =>
    metrics.reading(name, () => {
      const status = relay()?.status();
      return status === undefined ? [] : [[{}, value(status)]];
    });
  reading('relay_active', ({ office }) => (office === 'active' ? 1 : 0));
  reading('relay_terms_total', ({ terms }) => terms);
  reading('relay_failing', ({ lastError }) => (lastError === undefined ? 0 : 1));
  metrics.reading('relay_published_rows_total', () =>
    relay() === undefined ? [] : [...published].map(([topic, rows]) => [{ topic }, rows]),
  );
  const took = metrics.timing('relay_batch_duration_seconds');
  return (rows, seconds) => {
    for (const { topic } of rows) published.set(topic, (published.get(topic) ?? 0) + 1);
    took({}, seconds);
  };
}
