import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { topics } from '@offset-zero/contracts';
import type { Message } from '@offset-zero/messaging';
import { replay, view } from '../src/index.ts';
import { customer, fixture, type Fixture, message } from './customers.ts';

const keyed = view({
  name: 'keyed',
  from: topics.customer,
  row: ({ customerId, lastName, registeredAt, address }) => ({ customerId, lastName, registeredAt, address }),
});

const text = fc.string({ unit: 'grapheme', maxLength: 8 }).map((s) => s.replaceAll('\0', ''));

/** A log of few keys, so that they meet often, with its splits into batches. */
const log = fc
  .array(
    fc.record({
      key: fc.constantFrom('a', 'b', 'c', 'd'),
      lastName: fc.option(text),
      registeredAt: fc.maxSafeInteger(),
      street: text,
      cut: fc.boolean(),
      hole: fc.boolean(),
    }),
    { maxLength: 20 },
  )
  .map((steps) => {
    const batches: Message[][] = [[]];
    let offset = 0;
    for (const { key, lastName, registeredAt, street, cut, hole } of steps) {
      const value =
        lastName === null
          ? null
          : customer({ customerId: key, lastName, registeredAt, address: { ...customer().address, street } });
      if (cut) batches.push([]);
      offset += hole ? 2 : 1;
      batches.at(-1)!.push(message(offset, key, value, offset));
    }
    return batches;
  });

let db: Fixture;
beforeAll(async () => {
  db = await fixture();
  await db.prepare(keyed);
});
afterAll(() => db?.drop());

const byKey = (rows: object[]) =>
  [...(rows as { customerId: string }[])].sort((a, b) => (a.customerId < b.customerId ? -1 : 1));
const runs = { numRuns: 100 };

describe('a view is the fold of its log', () => {
  beforeEach(() => db.sql.query(`delete from "views"."${keyed.id}_all"`));

  it('however the log is split into batches, and when it is applied again', async () => {
    await fc.assert(
      fc
        .asyncProperty(log, async (batches) => {
          const expected = byKey(replay(keyed, batches.flat()));
          for (const batch of batches) await db.apply(keyed, batch);
          expect(await db.rowsOf(keyed)).toStrictEqual(expected);
          for (const batch of batches) {
            await db.apply(keyed, batch);
            expect(await db.rowsOf(keyed)).toStrictEqual(expected);
          }
        })
        .afterEach(() => db.sql.query(`delete from "views"."${keyed.id}_all"`).then(() => {})),
      runs,
    );
  });

  it('also when it is rebuilt in the middle from a log that was compacted meanwhile', async () => {
    await fc.assert(
      fc
        .asyncProperty(log, fc.nat(), async (batches, cut) => {
          const all = batches.flat();
          const end = (all.at(-1)?.offset ?? 0) + 1;
          const before = batches.slice(0, cut % (batches.length + 1));
          for (const batch of before) await db.apply(keyed, batch);
          await db.rebuild(keyed, { low: 0, end });
          const last = new Map(all.map((one) => [one.key, one]));
          const left = all.filter((one) => last.get(one.key) === one && one.value !== null);
          for (const one of left) await db.apply(keyed, [one]);
          await db.apply(keyed, [], end);
          expect(await db.rowsOf(keyed)).toStrictEqual(byKey(replay(keyed, all)));
        })
        .afterEach(() => db.sql.query(`delete from "views"."${keyed.id}_all"`).then(() => {})),
      runs,
    );
  });
});
