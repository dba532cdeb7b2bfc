import { setTimeout as pause } from 'node:timers/promises';
import type { Kafka } from 'kafkajs';
import type { Cluster } from './cluster.ts';
import { byLeader, fetchFrom, OffsetOutOfRange, type PartitionRecords, type Position } from './fetch.ts';
import { clusterOf } from './repairs.ts';

export interface TailOptions {
  /** Where to begin, in every partition that is wanted. */
  from: readonly Position[];
  signal: AbortSignal;
  /** Takes what came, in the order of the offsets within a partition. What throws here is tried again, with the same records. */
  onRecords: (batches: PartitionRecords[]) => void | Promise<void>;
  /** Hears of every failure (the broker is away, `onRecords` threw); it goes on by itself. */
  onTrouble?: (error: Error) => void;
  /** How long a broker may hold back an answer without news, in ms. */
  maxWaitMs?: number;
}

const SHORTEST_MS = 100;
const LONGEST_MS = 2_000;

/**
 * Follows the log from given positions on until the signal aborts, committed records only, without a consumer group:
 * one fetch after the other from each broker that leads a partition. After a failure it begins with a new connection
 * where it was. Throws `OffsetOutOfRange` when a position is not in the log any more.
 */
export async function tail(kafka: Kafka, options: TailOptions): Promise<void> {
  const { signal, onTrouble } = options;
  const reached = new Map(options.from.map((position) => [placeOf(position), position]));
  for (let ms = SHORTEST_MS; !signal.aborted; ms = Math.min(ms * 2, LONGEST_MS)) {
    const moved = () => (ms = SHORTEST_MS / 2);
    try {
      await follow(kafka, reached, moved, options);
    } catch (error) {
      if (error instanceof OffsetOutOfRange) throw error;
      if (!signal.aborted) onTrouble?.(error as Error);
    }
    await pause(ms, undefined, { signal }).catch(() => {}); // aborted: the loop ends
  }
}

const placeOf = ({ topic, partition }: Omit<Position, 'offset'>) => `${topic}/${partition}`;

/** With one connection until it fails or the signal aborts. */
async function follow(
  kafka: Kafka,
  reached: Map<string, Position>,
  moved: () => void,
  { signal, onRecords, maxWaitMs = 500 }: TailOptions,
): Promise<void> {
  const admin = kafka.admin();
  const stop = new AbortController();
  const hangUp = () => void admin.disconnect();
  signal.addEventListener('abort', hangUp, { once: true }); // a fetch that waits for news ends at once
  try {
    await admin.connect();
    const cluster = clusterOf(admin);
    const leaders = await byLeader(cluster, [...reached.values()]);
    const loops = [...leaders].map(([nodeId, led]) => loop(cluster, nodeId, led.map(placeOf)));
    const results = await Promise.allSettled(loops);
    const failed = results.find(({ status }) => status === 'rejected') as PromiseRejectedResult | undefined;
    if (failed) throw failed.reason;
  } finally {
    signal.removeEventListener('abort', hangUp);
    await admin.disconnect();
  }

  async function loop(cluster: Cluster, nodeId: number, places: string[]): Promise<void> {
    try {
      while (!signal.aborted && !stop.signal.aborted) {
        const broker = await cluster.findBroker({ nodeId });
        const from = places.map((place) => reached.get(place)!);
        const batches = await fetchFrom(broker, from, { maxWaitMs });
        const news = batches.filter((batch) => batch.next > reached.get(placeOf(batch))!.offset);
        await onRecords(news);
        for (const { topic, partition, next } of news) {
          reached.set(placeOf({ topic, partition }), { topic, partition, offset: next });
        }
        moved();
      }
    } finally {
      stop.abort(); // where one broker fails, all begin anew
    }
  }
}
