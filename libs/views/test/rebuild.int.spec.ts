import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { topics } from '@offset-zero/contracts';
import { customer, customersIn, fixture, type Fixture, message } from './customers.ts';

const customers = customersIn(topics.customer);
const named = (offset: number, key: string, lastName: string) => message(offset, key, customer({ lastName }));

let db: Fixture;
beforeAll(async () => {
  db = await fixture();
  await db.prepare(customers);
});
afterAll(() => db?.drop());

beforeEach(async () => {
  await db.sql.query(`delete from "views"."${customers.id}_all"`);
  await db.apply(customers, [
    named(0, 'stays', 'Stays'),
    named(1, 'changes', 'Before'),
    named(2, 'vanishes', 'Vanishes'),
    named(3, 'dies', 'Dies'),
    named(4, 'left', 'Left'),
    message(5, 'left', null, 2),
  ]);
});

const names = async () => (await db.rowsOf(customers)).map((row) => (row as { lastName: string }).lastName);

/** The tombstone of `vanishes` was compacted away while the view was away, `dies` still has one. */
const logNow = [named(0, 'stays', 'Stays'), message(6, 'dies', null, 2), named(8, 'changes', 'After')];

describe('a rebuild', () => {
  it('lets the old rows serve until the log has been read to its end, then drops what did not come by', async () => {
    await db.rebuild(customers, { low: 0, end: 10 });
    expect(await names()).toEqual(['Before', 'Dies', 'Stays', 'Vanishes']);
    await db.apply(customers, logNow.slice(0, 1));
    await db.apply(customers, logNow.slice(1, 2));
    expect(await names()).toEqual(['Before', 'Stays', 'Vanishes']);
    await db.apply(customers, logNow.slice(2), 9);
    expect(await names()).toEqual(['After', 'Stays', 'Vanishes']);
    await db.apply(customers, [], 10);
    expect(await names()).toEqual(['After', 'Stays']);
  });

  it('never goes back in time: what is older than a row does not replace it on the way', async () => {
    await db.apply(customers, [named(9, 'changes', 'Newest')]);
    await db.rebuild(customers, { low: 0, end: 10 });
    await db.apply(customers, [named(1, 'changes', 'Before')]);
    expect(await names()).toContain('Newest');
    await db.apply(customers, [named(9, 'changes', 'Newest')], 10);
    expect(await names()).toEqual(['Newest']);
  });

  it('may be cut short and begun again', async () => {
    await db.rebuild(customers, { low: 0, end: 10 });
    await db.apply(customers, logNow.slice(0, 1));
    await db.rebuild(customers, { low: 0, end: 12 });
    await db.apply(customers, logNow, 10);
    expect(await names()).toContain('Vanishes');
    await db.apply(customers, [named(11, 'new', 'New')], 12);
    expect(await names()).toEqual(['After', 'New', 'Stays']);
  });

  it('is over once: later batches sweep nothing', async () => {
    await db.rebuild(customers, { low: 0, end: 10 });
    await db.apply(customers, logNow, 10);
    await db.apply(customers, [named(10, 'later', 'Later')]);
    await db.apply(customers, [named(11, 'later-still', 'Later still')]);
    expect(await names()).toEqual(['After', 'Later', 'Later still', 'Stays']);
  });

  it('leaves nothing of a person who was deleted in the meantime', async () => {
    await db.rebuild(customers, { low: 0, end: 10 });
    await db.apply(customers, logNow, 10);
    const [left] = await db.sql.query(`select * from "views"."${customers.id}_all" where _key = 'vanishes'`);
    expect(left).toMatchObject({ _deleted: true, _offset: 2, customerId: null, lastName: null, address: null });
  });

  it('keeps the memory of deletions', async () => {
    await db.rebuild(customers, { low: 0, end: 10 });
    await db.apply(customers, logNow, 10);
    expect(await customers.hasApplied(db.sql, 'left', 2)).toBe(true);
    expect(await customers.hasApplied(db.sql, 'left', 3)).toBe(false);
  });

  it('from another log takes what comes, wherever its rows were in the old one', async () => {
    await db.rebuild(customers, { low: 0, end: 2, isAnother: true });
    expect(await names()).toEqual(['Before', 'Dies', 'Stays', 'Vanishes']);
    await db.apply(customers, [named(0, 'changes', 'After'), named(1, 'stays', 'Stays')]);
    expect(await names()).toEqual(['After', 'Stays']);
  });
});
