import { expect, it } from '@jest/globals';
import { createLiveValues } from './live-values.ts';

const record = (key: string | null, value: object | null) => ({
  ...{ topic: 'stock', partition: 0, offset: '1', time: null, type: 'Stock', headers: {} },
  ...{ key, value },
});

it('knows the latest value of a key, that one was deleted, and that nothing was heard of another', () => {
  const values = createLiveValues();
  values.record(record('a', { onHand: 1 }));
  values.record(record('a', { onHand: 2 }));
  values.record(record('b', null));
  expect([values.get('stock', 'a'), values.get('stock', 'b'), values.get('stock', 'c')]).toEqual([
    { onHand: 2 },
    null,
    undefined,
  ]);
});

it('does not take what cannot be decoded for a deletion', () => {
  const values = createLiveValues();
  values.record(record('a', { onHand: 1 }));
  values.record({ ...record('a', null), undecodable: { code: 'not-avro-framed', detail: '', bytes: '' } });
  expect(values.get('stock', 'a')).toEqual({ onHand: 1 });
});

it('forgets all where there is a gap, and tells whoever listens', () => {
  const values = createLiveValues();
  let told = 0;
  const leave = values.subscribe(() => told++);
  values.record(record('a', { onHand: 1 }));
  values.clear();
  expect(values.get('stock', 'a')).toBeUndefined();
  leave();
  values.record(record('a', { onHand: 1 }));
  expect(told).toBe(2);
});
