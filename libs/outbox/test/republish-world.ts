import { type Codec, createCodec, type Topic, topics } from '@offset-zero/contracts';
import type { LogRecord } from '@offset-zero/kafka';
import { type Sql, sqlOf, transaction } from '@offset-zero/postgres';
import { eventually, servers } from '@offset-zero/testing';
import type { ClientBase } from 'pg';
import type { Relay, Truth } from '../src/index.ts';
import { startRelay } from '../src/relay.process.ts';
import { emptyReport } from '../src/republish/report.ts';
import { republish } from '../src/republish/republish.process.ts';
import { createWorld, silent, type World } from './world.ts';

const sample = topics.customer.records.Customer.sample;

export interface Row {
  id: string;
  version: number;
  name: string;
  deleted: boolean;
}

const CREATE = `create table thing (id text collate "C" primary key, version bigint not null, name text not null,
                                    deleted boolean not null default false)`;

/** A service that owns a table of things with gravestones, and tells of them in a topic of its own. */
export async function createOwner() {
  const world: World = await createWorld();
  const { database, kafka, outbox, topic, service } = world;
  await database.sql.query(CREATE);
  const codec: Codec = createCodec({ registryUrl: servers().registryUrl });
  await codec.lookUp([topics.customer as unknown as Topic]);
  const truth: Truth<{ name: string }> = {
    topic: topic.name,
    table: 'thing',
    key: { column: 'id', type: 'text' },
    columns: 'name',
    deleted: 'deleted',
    unknown: { name: '', deleted: true },
    value: ({ key, version, name }) => ({ ...sample, customerId: key, version, lastName: name }),
  };
  let relay: Relay | undefined;
  const startOwnRelay = () => {
    relay = startRelay({ service, databaseUrl: database.url, kafka, log: silent, lockTimeoutMs: 3_000 });
  };
  startOwnRelay();

  const rows = () => database.sql.query<Row>('select id, version, name, deleted from thing order by id');

  /** As a service writes: row lock, version, outbox. A name of null deletes. Resolves with the version. */
  const writeIn = async (sql: Sql, id: string, name: string | null): Promise<number> => {
    const [row] = await sql.query<{ version: number }>(
      `insert into thing (id, version, name, deleted) values ($1, 1, $2, $3)
       on conflict (id) do update set version = thing.version + 1, name = excluded.name, deleted = excluded.deleted
       returning version`,
      [id, name ?? '', name === null],
    );
    const { version } = row!;
    const value = name === null ? null : truth.value({ key: id, version, name });
    await outbox.append(sql, [{ topic, record: 'Customer', key: id, version, value }]);
    return version;
  };

  const owner = {
    ...world,
    truth,
    codec,
    rows,
    write: (id: string, name: string | null) => transaction(database.pool, (sql) => writeIn(sql, id, name)),
    /** Resolves when everything committed has been published. */
    drained: () =>
      eventually(async () => (await database.sql.query('select 1 from outbox limit 1')).length === 0, 60_000),
    async run(dryRun = false) {
      const report = emptyReport(topic.name);
      const { signal } = new AbortController();
      const wakeRelay = () => relay?.wake();
      const { url: databaseUrl } = database;
      await republish({ topic, truth, databaseUrl, kafka, codec, outbox, dryRun, report, signal, wakeRelay });
      return report;
    },
    /** The other half of a write whose row somebody has changed by hand, in that client's transaction. */
    appendIn: (client: ClientBase, key: string, version: number, name: string) =>
      outbox.append(sqlOf(client), [
        { topic, record: 'Customer', key, version, value: truth.value({ key, version, name }) },
      ]),
    /** Resolves when somebody waits for a row lock. */
    waiting: () =>
      eventually(async () => {
        const text = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
        return (await database.sql.query(text)).length > 0;
      }, 60_000),
    /** Puts rows back as they were, past all code of the service. */
    async restore(backup: Row[]) {
      await transaction(database.pool, async (sql) => {
        await sql.query('truncate thing');
        for (const { id, version, name, deleted } of backup) {
          await sql.query('insert into thing (id, version, name, deleted) values ($1, $2, $3, $4)', [
            ...[id, version, name, deleted],
          ]);
        }
      });
    },
    /** Deletes the topic with all that is in it, and makes it again. */
    async loseTopic(name = topic.name, partitions = 3) {
      const admin = kafka.admin();
      await admin.connect();
      await admin.deleteTopics({ topics: [name] });
      await eventually(() => admin.createTopics({ topics: [{ topic: name, numPartitions: partitions }] }), 60_000);
      await admin.disconnect();
    },
    async stopRelay() {
      await relay?.stop();
    },
    startRelay: startOwnRelay,
    async close() {
      await relay?.stop();
      await world.close();
    },
  };
  return owner;
}

export type Owner = Awaited<ReturnType<typeof createOwner>>;

export const versionOf = ({ headers }: LogRecord): number => Number(headers.ce_version);

/** The last of each key as `id version name`, tombstones left out: what anybody who folds the log ends with. */
export async function folded({ log, codec, topic }: Owner): Promise<string[]> {
  const records = await log();
  await codec.learn(records.map(({ value }) => value));
  const last = new Map(records.map((record) => [record.key!, record]));
  return [...last.values()]
    .filter(({ value }) => value !== null)
    .map(({ key, value }) => {
      const { version, lastName } = codec.decode(topic, value!).value as { version: number; lastName: string };
      return `${key} ${version} ${lastName}`;
    })
    .sort();
}

/** The same of the table. */
export const held = async ({ rows }: Owner): Promise<string[]> =>
  (await rows())
    .filter(({ deleted }) => !deleted)
    .map(({ id, version, name }) => `${id} ${version} ${name}`)
    .sort();
