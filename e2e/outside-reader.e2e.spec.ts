import { describe, expect, it } from '@jest/globals';
import { createKafka, readLog } from '@offset-zero/kafka';
import { eventually } from '@offset-zero/testing';
import { call, anna, registered } from './api.ts';
import { apacheAvro, consoleConsumer } from './outside-reader.process.ts';
import { brokers } from './shop.process.ts';

describe('an outside reader', () => {
  it("agrees with us: Kafka's console consumer and Apache Avro for Java read the same keys, values and tombstones", async () => {
    const foreign = await registered({ ...anna, firstName: 'Änna', lastName: 'Müller-Łukasiewicz 🧀' });
    const { customerId: deleted } = await registered();
    await call('DELETE', `/customers/${deleted}`);
    const kafka = createKafka({ brokers, clientId: 'e2e' });
    const ours = await eventually(async () => {
      const log = await readLog(kafka, 'customer');
      expect(log.filter(({ key }) => key === deleted).map(({ value }) => value === null)).toEqual([false, true]);
      return log;
    });

    const theirs = consoleConsumer('customer');
    expect(theirs.length).toBeGreaterThanOrEqual(ours.length);
    const byPartition = (records: { partition: number; key: string | null; value: Buffer | null }[]) =>
      records.map(({ partition, key, value }) => `${partition} ${key} ${value?.toString('hex') ?? 'null'}`).sort();
    expect(byPartition(theirs)).toEqual(expect.arrayContaining(byPartition(ours)));

    const frames = theirs
      .filter(({ key, value }) => key === foreign.customerId && value !== null)
      .map(({ value }) => value!);
    expect(await apacheAvro(frames)).toMatchObject([
      {
        customerId: foreign.customerId,
        version: 1,
        firstName: 'Änna',
        lastName: 'Müller-Łukasiewicz 🧀',
        category: 'B',
        address: anna.address,
      },
    ]);
  });
});
