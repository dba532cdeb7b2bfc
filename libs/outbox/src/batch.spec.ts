import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { byTopic, chunks, type OutboxRow } from './batch.ts';
import { packIds, unpackIds } from './progress.ts';

const row = (id: number, bytes = 10, topic = 'customer'): OutboxRow => ({
  id,
  event_id: `e${id}`,
  topic,
  key: 'k',
  value: Buffer.alloc(bytes),
  headers: {},
});

describe('a batch', () => {
  it('is cut into runs that stay below the limit, nothing lost, in order', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5_000 })), (sizes) => {
        const rows = sizes.map((bytes, i) => row(i, bytes));
        const runs = [...chunks(rows, 6_000)];
        expect(runs.flat()).toEqual(rows);
        for (const run of runs)
          expect(run.reduce((sum, { value }) => sum + value!.length, 0)).toBeLessThanOrEqual(6_000);
      }),
    ));

  it('lets a row that is larger than the limit go alone', () =>
    expect([...chunks([row(1), row(2, 9_000), row(3)], 6_000)].map((run) => run.map(({ id }) => id))).toEqual([
      [1],
      [2],
      [3],
    ]));

  it('counts keys and headers in bytes, not only values', () => {
    const wide = { ...row(1, 0), key: 'ä'.repeat(1_000), headers: { ce_subject: 'ä'.repeat(1_000) } };
    expect([...chunks([wide, wide], 8_000)]).toHaveLength(2);
    expect([...chunks([wide, wide], 9_000)]).toHaveLength(1);
  });

  it('is grouped by topic, each in the order of the rows, under the event id', () => {
    const [customers, products] = byTopic([row(1), row(2, 1, 'product'), row(3)]);
    expect(customers!.messages.map(({ headers }) => headers!.ce_id)).toEqual(['e1', 'e3']);
    expect(products).toMatchObject({ topic: 'product', messages: [{ headers: { ce_id: 'e2' } }] });
  });
});

it('a progress record names every id in 16 bytes', () =>
  fc.assert(
    fc.property(fc.array(fc.uuid()), (ids) => {
      const packed = packIds(ids);
      expect(packed).toHaveLength(ids.length * 16);
      expect(unpackIds(packed)).toEqual(ids.map((id) => id.replaceAll('-', '')));
    }),
  ));
