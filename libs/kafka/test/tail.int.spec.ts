import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createGate, type Gate } from '@offset-zero/testing/gate';
import { createKafka, type LogRecord, OffsetOutOfRange, tail, type TailOptions } from '../src/index.ts';
import { brokers, kafka, until } from './servers.ts';

const topic = `tail-${randomUUID()}`;
const admin = kafka.admin();
const plain = kafka.producer();
let gate: Gate;
let stop = new AbortController();

beforeAll(async () => {
  await Promise.all([admin.connect(), plain.connect()]);
  await admin.createTopics({ waitForLeaders: true, topics: [{ topic, numPartitions: 3 }] });
  const [host, port] = brokers[0]!.split(':');
  gate = await createGate(Number(port), host);
});

afterEach(() => {
  stop.abort();
  stop = new AbortController();
  gate.open();
});

afterAll(async () => {
  await admin.deleteTopics({ topics: [topic] });
  await Promise.all([admin.disconnect(), plain.disconnect(), gate.close()]);
});

const from = [0, 1, 2].map((partition) => ({ topic, partition, offset: 0 }));
const send = (first: number, count: number) =>
  plain.send({
    topic,
    messages: Array.from({ length: count }, (_, i) => ({ key: `k${i % 7}`, value: String(first + i) })),
  });
const numbers = (records: LogRecord[]) => records.map(({ value }) => Number(value)).sort((a, b) => a - b);
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);

/** Everything that a tail brings, through the gate where the brokers' own addresses do not lead around it. */
function follow(options: Partial<TailOptions> = {}) {
  const records: LogRecord[] = [];
  const troubles: Error[] = [];
  const done = tail(kafka, {
    from,
    signal: stop.signal,
    onRecords: (batches) => void records.push(...batches.flatMap((batch) => batch.records)),
    onTrouble: (error) => troubles.push(error),
    ...options,
  });
  return { records, troubles, done };
}

describe('following the log', () => {
  it('brings what is there and what comes, until it is told to stop', async () => {
    await send(0, 100);
    const { records, done } = follow();
    await until(async () => records.length === 100 || undefined);
    await send(100, 100);
    await until(async () => records.length === 200 || undefined);
    stop.abort();
    await done;
    expect(numbers(records)).toEqual(upTo(200));
    for (const ofKey of Map.groupBy(records, ({ key }) => key).values())
      expect(ofKey.map(({ value }) => Number(value))).toEqual(numbers(ofKey));
  });

  it('brings the same records again to a taker that failed, and none twice to one that did not', async () => {
    const taken: LogRecord[] = [];
    let failures = 0;
    const { troubles } = follow({
      onRecords: (batches) => {
        if (batches.length > 0 && failures++ < 3) throw new Error('not now');
        taken.push(...batches.flatMap((batch) => batch.records));
      },
    });
    await until(async () => taken.length === 200 || undefined);
    expect(numbers(taken)).toEqual(upTo(200));
    expect(troubles.map(({ message }) => message)).toEqual(Array(3).fill('not now'));
  });

  it('says that its position is not in the log', async () => {
    const { done } = follow({ from: [{ topic, partition: 0, offset: 1_000_000 }] });
    await expect(done).rejects.toThrow(OffsetOutOfRange);
  });

  it('goes on by itself when there was no way to the broker', async () => {
    gate.cut();
    const far = createKafka({ brokers: [gate.address], clientId: 'far' });
    const troubles: Error[] = [];
    const records: LogRecord[] = [];
    const done = tail(far, {
      from,
      signal: stop.signal,
      onRecords: (batches) => void records.push(...batches.flatMap((batch) => batch.records)),
      onTrouble: (error) => troubles.push(error),
    });
    await until(async () => troubles.length > 0 || undefined);
    gate.open();
    await until(async () => records.length === 200 || undefined);
    stop.abort();
    await done;
  });
});
