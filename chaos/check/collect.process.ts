import { committed } from './committed.ts';
import type { Evidence } from './evidence.ts';
import type { Facts, LogRecord } from './facts.ts';
import { type KafkaRecord, readPartitions } from './partitions.process.ts';
import { TOPICS } from './shop.ts';
import { machineryOf, OWNED, reading } from './tables.process.ts';
import { type Decoded, valuesOf } from './values.process.ts';
import { writesOf } from './writes.ts';

/** Reads everything that the rules need. Throws when a server or a table is not there; what it finds it does not judge. */
export async function collect(evidence: Evidence): Promise<Facts> {
  const { journal, compaction } = evidence;
  const log = await logOf(evidence);
  const tables = await tablesOf(evidence);
  return { compaction, writes: writesOf(journal), ...log, ...tables };
}

type LogFacts = Pick<Facts, 'log' | 'ends' | 'openTransactions'>;

/** The topics, as a reader of committed records finds them from offset 0. */
export async function logOf(
  { kafka, registryUrl }: Pick<Evidence, 'kafka' | 'registryUrl'>,
  topics = TOPICS,
): Promise<LogFacts> {
  const decode = valuesOf(registryUrl);
  const facts: LogFacts = { log: [], ends: [], openTransactions: [] };
  for (const { topic, partition, end, batches } of await readPartitions(kafka.brokers, topics)) {
    const { records, open } = committed(batches);
    for (const { offset, record } of records) {
      const { key, headers, type, value } = await readable(record, decode);
      facts.log.push({ topic, partition, offset, key, type, value, headers });
    }
    facts.ends.push({ topic, partition, end });
    facts.openTransactions.push(...open.map((transaction) => ({ topic, partition, ...transaction })));
  }
  return facts;
}

type Readable = Pick<LogRecord, 'key' | 'headers' | 'type' | 'value'>;

async function readable(record: KafkaRecord, decode: (bytes: Buffer) => Promise<Decoded>): Promise<Readable> {
  const key = record.key?.toString() ?? '';
  const headers = Object.fromEntries(record.headers.map(([name, text]) => [`${name}`, `${text}`]));
  return { key, headers, ...(record.value === null ? { type: null, value: null } : await decode(record.value)) };
}

/** The owners' tables, and what every service has beside them. */
export async function tablesOf({
  databases,
}: Pick<Evidence, 'databases'>): Promise<Omit<Facts, keyof LogFacts | 'writes' | 'compaction'>> {
  const owned = Object.entries(OWNED).map(async ([name, { service, text }]) => {
    const url = databases[service];
    if (url === undefined) throw new Error(`evidence: the database of ${service} is missing`);
    return [name, await reading(url, (query) => query(text))] as const;
  });
  const services = Object.entries(databases).map(([service, url]) =>
    reading(url, (query) => machineryOf(service, query)),
  );
  const machinery = await Promise.all(services);
  return {
    tables: Object.fromEntries(await Promise.all(owned)) as unknown as Facts['tables'],
    views: machinery.flatMap(({ views }) => views),
    outboxes: machinery.map(({ outbox }) => outbox),
    parked: machinery.flatMap(({ parked }) => parked),
    positions: machinery.flatMap(({ positions }) => positions),
  };
}
