import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type { Message } from '@offset-zero/messaging';
import { createPool, type Sql, transaction } from '@offset-zero/postgres';
import type { Servers } from '@offset-zero/testing';
import { onFreshDatabase, openWorld, ours, ROWS, type World } from './customers.ts';
import { median, type Result } from './result.ts';

const ROUNDS = 5;
const CONNECTIONS = 5;

/** What the possibility to park costs a view in which nothing is parked: the runner beside a loop that cannot. */
export async function run(servers: Servers): Promise<Result[]> {
  const world = await openWorld(servers);
  const rounds: { ours: number; bare: number }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const bareFirst = round % 2 === 1;
    const first = bareFirst ? await bare(world) : await ours(world);
    const second = bareFirst ? await ours(world) : await bare(world);
    rounds.push(bareFirst ? { ours: second, bare: first } : { ours: first, bare: second });
  }
  const of = median(rounds.map((round) => round.ours / round.bare));
  const value = (of: 'ours' | 'bare') => median(rounds.map((round) => round[of]));
  const what = `${ROWS} customers, the runner with nothing parked`;
  return [
    { bench: 'parking', what, value: value('ours'), unit: 'rows/s', ratio: { to: 'no parking', of, expected: 0.95 } },
    { bench: 'parking', what: '  beside: the same fold, without parking', value: value('bare'), unit: 'rows/s' },
  ];
}

/**
 * The same fetches, the same decoding, position and fold in one transaction, the next fetch on its way meanwhile; nothing
 * is triaged, tried again or told apart.
 */
const bare = ({ kafka, codec, topic, customers }: World): Promise<number> =>
  onFreshDatabase(ROWS, async ({ url, sql }, start) => {
    const subscription = customers.subscription();
    const pool = createPool(url, { max: CONNECTIONS });
    await sql.query(
      'create schema messaging; create table messaging.position (subscription text, updated_at timestamptz)',
    );
    await sql.query(
      'create table messaging.parked (subscription text); create table messaging.attempt (subscription text)',
    );
    start();
    await subscription.prepare!(sql);
    await sql.query('create table at (partition int primary key, next bigint not null)');
    await sql.query('insert into at select generate_series(0, $1 - 1), 0', [topic.partitions]);
    const MEGABYTES = 2 ** 20;
    const consumer = kafka.consumer({
      ...{ groupId: `bench-${randomUUID()}`, maxWaitTimeInMs: 1_000 },
      ...{ maxBytesPerPartition: 2 * MEGABYTES, maxBytes: 6 * MEGABYTES },
    });
    await consumer.connect();
    await consumer.subscribe({ topic: topic.name, fromBeginning: true });
    const works = new Map<number, Promise<void>>();
    const ended = await new Promise<number>((resolve, reject) => {
      let rows = 0;
      const apply = async (partition: number, messages: Message[], next: number) => {
        await transaction(pool, async (inside: Sql) => {
          await inside.query('update at set next = $2 where partition = $1 and next < $2', [partition, next]);
          await subscription.apply(messages, inside, { partition, next } as never);
        });
        rows += messages.length;
        if (rows === ROWS) resolve(performance.now());
      };
      void consumer.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        partitionsConsumedConcurrently: 3,
        async eachBatch({ batch, resolveOffset }) {
          await works.get(batch.partition);
          resolveOffset(batch.lastOffset());
          await codec.learn(batch.messages.map(({ value }) => value));
          const messages = batch.messages.map(({ key, value, offset }) => ({
            ...{ topic: topic.name, partition: batch.partition, offset: Number(offset), key: key!.toString() },
            ...codec.decode(topic, value!),
          }));
          const next = Number(batch.lastOffset()) + 1;
          works.set(batch.partition, apply(batch.partition, messages as unknown as Message[], next).catch(reject));
        },
      });
    });
    await consumer.disconnect();
    await pool.end();
    return ended;
  });
