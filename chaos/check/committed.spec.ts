import { describe, expect, it } from '@jest/globals';
import { type Batch, committed } from './committed.ts';

interface Sent {
  offsetDelta: number;
  key: Buffer | null;
}

const [TRANSACTIONAL, CONTROL] = [16, 48];

/** A log in which each line is a batch: what a producer sent, or its marker. */
const log = (...lines: [producer: number, ...('commit' | 'abort' | 'emptied' | string)[]][]): Batch<Sent>[] => {
  let next = 0n;
  return lines.map(([producer, ...keys]) => {
    const isMarker = keys[0] === 'commit' || keys[0] === 'abort' || keys[0] === 'emptied marker';
    const sent = keys[0]?.startsWith('emptied') ? [] : keys;
    const records = sent.map((key, offsetDelta) => ({ offsetDelta, key: isMarker ? marker(key) : Buffer.from(key) }));
    const firstOffset = next;
    next += BigInt(keys.length);
    const attributes = isMarker ? CONTROL : producer === PLAIN ? 0 : TRANSACTIONAL;
    return { firstOffset, attributes, producerId: BigInt(producer), records };
  });
};

const PLAIN = -1;
const marker = (type: string) => Buffer.from([0, 0, 0, type === 'commit' ? 1 : 0]);

const keys = (batches: Batch<Sent>[]) =>
  committed(batches).records.map(({ offset, record }) => `${offset} ${record.key}`);

describe('what a reader of committed records sees', () => {
  it('is what was sent without a transaction, and what was committed', () =>
    expect(keys(log([PLAIN, 'a'], [1, 'b', 'c'], [1, 'commit']))).toEqual(['0 a', '1 b', '2 c']));

  it('is not what was aborted, twice by one producer', () =>
    expect(keys(log([1, 'a'], [1, 'abort'], [1, 'b'], [1, 'abort'], [1, 'c'], [1, 'commit']))).toEqual(['4 c']));

  it('is told apart by producer where transactions overlap, whichever ends first', () => {
    expect(keys(log([1, 'a'], [2, 'b'], [1, 'c'], [2, 'abort'], [1, 'commit']))).toEqual(['0 a', '2 c']);
    expect(keys(log([1, 'a'], [2, 'b'], [2, 'commit'], [1, 'abort']))).toEqual(['1 b']);
  });

  it('comes in the order of the log, not of the commits', () =>
    expect(keys(log([1, 'a'], [2, 'b'], [2, 'commit'], [1, 'commit']))).toEqual(['0 a', '1 b']));

  it('is not disturbed by batches that compaction has emptied', () =>
    expect(keys(log([1, 'emptied'], [1, 'emptied marker'], [1, 'a'], [1, 'commit'], [2, 'emptied']))).toEqual(['2 a']));

  it('ends before a transaction that nobody has ended', () => {
    const batches = log([PLAIN, 'a'], [7, 'b'], [7, 'c']);
    expect(keys(batches)).toEqual(['0 a']);
    expect(committed(batches).open).toEqual([{ producerId: '7', firstOffset: 1 }]);
  });
});
