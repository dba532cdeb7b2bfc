import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { connect } from '@offset-zero/postgres';
import type { Servers } from '@offset-zero/testing';
import type { View } from '@offset-zero/views';
import { from as copyFrom } from 'pg-copy-streams';
import { DataSource, EntitySchema } from 'typeorm';
import { customerOf, onFreshDatabase, openWorld, ours, ROWS, type World } from './customers.ts';
import { median, type Result } from './result.ts';

const ROWS_BY_ONE = 6_000;
const ROUNDS = 3;
const BATCH = 2_000;

/** Customers from offset 0 into a view, beside one TypeORM save() per record and beside COPY of the finished rows. */
export async function run(servers: Servers): Promise<Result[]> {
  const world = await openWorld(servers);
  const { customers } = world;
  const rounds: { ours: number; byOne: number; copy: number }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    rounds.push({ ours: await ours(world), byOne: await saveByOne(world), copy: await copyOften(customers) });
  }
  const ratio = (peer: 'byOne' | 'copy') => median(rounds.map((round) => round.ours / round[peer]));
  const what = `${ROWS} customers, offset 0 to view`;
  const line = (what: string, of: keyof (typeof rounds)[0]) => ({
    ...{ bench: 'views', what, value: median(rounds.map((round) => round[of])), unit: 'rows/s' },
  });
  return [
    { ...line(what, 'ours'), ratio: { to: 'TypeORM save() per record', of: ratio('byOne'), expected: 40 } },
    { ...line(what, 'ours'), ratio: { to: 'COPY, then primary key', of: ratio('copy'), expected: 0.2 } },
    line(`  beside: eachMessage, TypeORM save(), first ${ROWS_BY_ONE}`, 'byOne'),
    line('  beside: COPY of the finished rows, then primary key', 'copy'),
  ];
}

/** The common way: from the first message on. */
const saveByOne = ({ kafka, codec, topic, customers }: World): Promise<number> =>
  onFreshDatabase(ROWS_BY_ONE, async ({ url }, start) => {
    const Row = new EntitySchema({
      name: 'customer',
      columns: Object.fromEntries(
        customers.columns.map(({ name, type }) => [name, { type, primary: name === 'customerId' }]),
      ) as never,
    });
    const database = await new DataSource({ type: 'postgres', url, entities: [Row], synchronize: true }).initialize();
    const repository = database.getRepository(Row);
    const consumer = kafka.consumer({ groupId: `bench-${randomUUID()}`, maxWaitTimeInMs: 100 });
    await consumer.connect();
    await consumer.subscribe({ topic: topic.name, fromBeginning: true });
    const ended = await new Promise<number>((resolve) => {
      let rows = 0;
      void consumer.run({
        eachMessage: async ({ message }) => {
          if (rows === 0) start();
          const { value } = codec.decode(topic, message.value!);
          if (rows < ROWS_BY_ONE) await repository.save(customers.row(value) as never);
          if (++rows === ROWS_BY_ONE) resolve(performance.now());
        },
      });
    });
    await consumer.disconnect();
    await database.destroy();
    return ended;
  });

/** What Postgres can do at best: rows that are already text, no index until the end. */
const copy = (customers: View): Promise<number> =>
  onFreshDatabase(ROWS, async ({ url }, start) => {
    const client = await connect(url);
    const names = customers.columns.map(({ name }) => `"${name}"`).join(', ');
    await client.query(`create table c (${customers.columns.map(({ name, type }) => `"${name}" ${type}`).join(', ')})`);
    const parts = Array.from({ length: ROWS / BATCH }, (_, part) =>
      Buffer.from(Array.from({ length: BATCH }, (_, i) => line(customers, part * BATCH + i)).join('')),
    );
    start();
    await pipeline(Readable.from(parts), client.query(copyFrom(`copy c (${names}) from stdin`)));
    await client.query('alter table c add primary key ("customerId")');
    const ended = performance.now();
    await client.end();
    return ended;
  });

/** It is over in half a second, so once says little. */
const copyOften = async (customers: View) =>
  median([await copy(customers), await copy(customers), await copy(customers)]);

const line = (customers: View, n: number): string => {
  const row = customers.row(customerOf(n)) as Record<string, unknown>;
  return `${customers.columns.map(({ name }) => row[name]).join('\t')}\n`;
};
