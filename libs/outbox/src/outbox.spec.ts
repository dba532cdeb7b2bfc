import { describe, expect, it } from '@jest/globals';
import { fact, type Fact, type Topic, topics } from '@offset-zero/contracts';
import type { Sql, Statement } from '@offset-zero/postgres';
import { createOutbox, FactTooLarge, InvalidKey } from './outbox.ts';

const sample = topics.customer.records.Customer.sample;
const customer = (key: string) => fact(topics.customer, 'Customer', key, sample, 1);

/** Answers every statement with the given rows, and keeps what it was asked. */
function answering(...rows: object[]) {
  const asked: Statement[] = [];
  const query = async (statement: Statement) => {
    asked.push(statement);
    return rows;
  };
  return { asked, query } as unknown as Sql & { asked: Statement[] };
}

let bytes = 10;
const codec = { encode: (_topic: Topic, _record: string, _value: object) => Buffer.alloc(bytes, 'x') };
const outbox = createOutbox({ source: 'customer-service', codec: codec as never });

describe('what could never be published', () => {
  it.each(['', 'a\0b', 'a\ud800b'])('a key %j is refused before the database is asked', async (key) => {
    const sql = answering();
    await expect(outbox.append(sql, [customer('a'), customer(key)])).rejects.toThrow(InvalidKey);
    expect(sql.asked).toEqual([]);
  });

  it.each<[number, string, boolean]>([
    [899_000, 'a', true],
    [900_001, 'a', false],
    [899_000, 'ä'.repeat(500), false],
  ])('%d bytes under a key like %s: taken is %s', async (size, key, taken) => {
    const sql = answering();
    bytes = size;
    const appended = outbox.append(sql, [customer(key)]);
    if (taken) await appended;
    else await expect(appended).rejects.toThrow(FactTooLarge);
    expect(sql.asked).toHaveLength(taken ? 1 : 0);
    bytes = 10;
  });
});

describe('statements', () => {
  it('have one text for any number of facts', async () => {
    const sql = answering({ id: 'a' });
    const statement = { name: 'change', text: 'update thing set n = $1 returning id', values: [1] };
    for (const facts of [[], [customer('a')], [customer('a'), customer('b')]] as Fact[][])
      await outbox.write(sql, statement, facts);
    expect(new Set(sql.asked.map(({ text }) => text)).size).toBe(1);
    expect(new Set(sql.asked.map(({ values }) => values!.length))).toEqual(new Set([6]));
  });

  it('an append of nothing asks nothing', async () => {
    const sql = answering();
    await outbox.append(sql, []);
    expect(sql.asked).toEqual([]);
  });
});
