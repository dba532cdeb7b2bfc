import { randomUUID } from 'node:crypto';
import type { Codec, Fact } from '@offset-zero/contracts';
import type { Sql, Statement } from '@offset-zero/postgres';
import { headersOf, type Trace } from './headers.ts';
import { appending, appendStatement } from './statements.ts';

/** What fits into a Kafka message of the default size, its headers included, with room for the frame around it. */
const MAX_BYTES = 900_000;

/** A fact that no broker would take; thrown before anything is written. */
export class FactTooLarge extends Error {
  constructor(fact: Fact, bytes: number) {
    super(`${fact.record} ${fact.key} has ${bytes} bytes, more than the ${MAX_BYTES} that can be published`);
    this.name = 'FactTooLarge';
  }
}

/** A key that Postgres would refuse (NUL) or store as another one (a lone surrogate), or none at all. */
export class InvalidKey extends Error {
  constructor({ record, key }: Fact) {
    super(`${record} cannot have the key ${JSON.stringify(key)}`);
    this.name = 'InvalidKey';
  }
}

export interface OutboxOptions {
  /** The service that speaks; `ce_source` is `/<source>`. */
  source: string;
  codec: Codec;
  /** What the current request or message is part of. */
  trace?: () => Trace;
}

export interface Outbox {
  /**
   * Adds the facts to the outbox in the caller's transaction. Call it after taking the aggregate's row lock or version
   * check: the rows of one aggregate must get their ids in the order of its changes.
   * Throws what `Codec.encode` throws, `FactTooLarge` or `InvalidKey`, before anything is written.
   */
  append(sql: Sql, facts: Fact[]): Promise<void>;
  /**
   * A change and its facts in one statement, so in one round trip and without a transaction around it. `statement`
   * inserts, updates or deletes and ends in RETURNING. Returns its rows; no row means that nothing was changed and nothing
   * will be published. Throws as `append`, and when its name is that of another statement.
   */
  write<Row extends object>(sql: Sql, statement: Statement & { name: string }, facts: Fact[]): Promise<Row[]>;
}

/** The outbox of a service: facts are encoded and checked here, so a row that cannot be published is never committed. */
export function createOutbox({ source, codec, trace = () => ({}) }: OutboxOptions): Outbox {
  const columnsOf = (facts: Fact[]): unknown[] => {
    facts.forEach(checkKey);
    const now = new Date();
    const current = trace();
    const values = facts.map((fact) => encoded(fact));
    const headers = facts.map((fact) => JSON.stringify(headersOf(fact, source, current, now)));
    facts.forEach((fact, i) =>
      checkSize(fact, (values[i]?.length ?? 0) + Buffer.byteLength(headers[i]!) + Buffer.byteLength(fact.key)),
    );
    const columns = [facts.map(() => randomUUID()), facts.map(({ topic }) => topic.name), facts.map(({ key }) => key)];
    return [...columns, values, headers];
  };

  const encoded = ({ topic, record, value }: Fact) => (value === null ? null : codec.encode(topic, record, value));

  return {
    async append(sql, facts) {
      if (facts.length === 0) return;
      await sql.query({ ...appendStatement, values: columnsOf(facts) });
    },
    async write<Row extends object>(sql: Sql, statement: Statement & { name: string }, facts: Fact[]) {
      const values = [...(statement.values ?? []), ...columnsOf(facts)];
      return sql.query<Row>({ ...appending(statement), values });
    },
  };
}

function checkKey(fact: Fact): void {
  if (fact.key === '' || fact.key.includes('\0') || !fact.key.isWellFormed()) throw new InvalidKey(fact);
}

function checkSize(fact: Fact, bytes: number): void {
  if (bytes > MAX_BYTES) throw new FactTooLarge(fact, bytes);
}
