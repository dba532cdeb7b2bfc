import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { topics } from '@offset-zero/contracts';
import { replay, view } from '../src/index.ts';
import { customer, customersIn, fixture, type Fixture, message } from './customers.ts';

const customers = customersIn(topics.customer);
const named = (lastName: string, version = 1) => customer({ lastName, version });

let db: Fixture;
beforeAll(async () => {
  db = await fixture();
  await db.prepare(customers);
});
afterAll(() => db?.drop());

describe('applying messages', () => {
  it('keeps the last of repeated keys in one batch', async () => {
    await db.apply(customers, [
      message(0, 'twice', named('First', 1)),
      message(1, 'once', named('Once')),
      message(2, 'twice', named('Second', 2)),
    ]);
    expect(await customers.find(db.sql, 'twice')).toMatchObject({ lastName: 'Second' });
    expect(await customers.findMany(db.sql, ['once', 'twice', 'never'])).toHaveProperty('size', 2);
    expect(await customers.find(db.sql, 'never')).toBeUndefined();
  });

  it('goes by the offset: what lies further back in the log changes nothing, whatever its version', async () => {
    await db.apply(customers, [message(11, 'late', named('Newer', 1))]);
    await db.apply(customers, [message(10, 'late', named('Older', 9))]);
    expect(await customers.find(db.sql, 'late')).toMatchObject({ lastName: 'Newer' });
    await db.apply(customers, [message(10, 'late', null, 9)]);
    expect(await customers.find(db.sql, 'late')).toMatchObject({ lastName: 'Newer' });
  });

  it('deletes on a tombstone, remembers its version and nothing of the person', async () => {
    await db.apply(customers, [message(20, 'gone', named('Forgotten', 3))]);
    await db.apply(customers, [message(21, 'gone', null, 4)]);
    expect(await customers.find(db.sql, 'gone')).toBeUndefined();
    expect(await customers.hasApplied(db.sql, 'gone', 4)).toBe(true);
    expect(await customers.hasApplied(db.sql, 'gone', 5)).toBe(false);
    const [left] = await db.sql.query(`select * from "views"."${customers.id}_all" where _key = 'gone'`);
    expect(left).toEqual({
      ...{ _key: 'gone', _partition: 0, _offset: 21, _version: 4, _deleted: true },
      ...{ customerId: null, lastName: null, registeredAt: null, address: null },
    });
  });

  it('brings a deleted key back, and never by a message from before its deletion', async () => {
    await db.apply(customers, [message(31, 'back', null, 2)]);
    await db.apply(customers, [message(30, 'back', named('Before', 1))]);
    expect(await customers.find(db.sql, 'back')).toBeUndefined();
    await db.apply(customers, [message(32, 'back', named('After', 3))]);
    expect(await customers.find(db.sql, 'back')).toMatchObject({ lastName: 'After' });
  });

  it('knows versions by the value, and by the header where there is no value', async () => {
    await db.apply(customers, [message(40, 'value', named('A', 3)), message(41, 'header', null, 7)]);
    expect(await customers.hasApplied(db.sql, 'value', 3)).toBe(true);
    expect(await customers.hasApplied(db.sql, 'value', 4)).toBe(false);
    expect(await customers.hasApplied(db.sql, 'header', 7)).toBe(true);
    expect(await customers.hasApplied(db.sql, 'unheard-of', 1)).toBe(false);
  });

  it('takes no part of a batch in which a message does not fit', async () => {
    const bad = named('a\0b');
    await expect(db.apply(customers, [message(50, 'fits', named('Fits')), message(51, 'bad', bad)])).rejects.toThrow();
    expect(await customers.find(db.sql, 'fits')).toBeUndefined();
  });

  it('gives back what it was given: strings, large numbers, nothing at all, JSON', async () => {
    const awkward = [
      '',
      'NULL',
      '{}',
      '{"a","b"}',
      'a"b\\c\\',
      "it's",
      'tab\tline\nreturn\r',
      ' é\u0301 😀 \u202e ',
      '$1',
    ];
    const odd = view({
      name: 'odd',
      from: topics.customer,
      row: ({ customerId: id, lastName: text, registeredAt: big, address, version }) => ({
        id,
        text,
        big,
        half: big + 0.5,
        yes: version === 1,
        maybe: version === 1 ? text : null,
        missing: version === 1 ? 1 : undefined,
        address,
        list: [text, null, { [text]: big }],
        'a "quoted" Näme': text,
      }),
    });
    await db.prepare(odd);
    const messages = awkward.flatMap((text, i) => [
      message(2 * i, `${i}${text}`, customer({ lastName: text, registeredAt: Number.MAX_SAFE_INTEGER - i })),
      message(2 * i + 1, `${i}-${text}`, customer({ lastName: text, registeredAt: -i, version: 2 })),
    ]);
    await db.apply(odd, messages);
    const rows = await odd.findMany(
      db.sql,
      messages.map(({ key }) => key),
    );
    expect(messages.map(({ key }) => rows.get(key))).toStrictEqual(replay(odd, messages));
  });
});
