import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeCursor, encodeCursor, tagOf } from './cursor.ts';

const tag = fc.uint8Array({ minLength: 6, maxLength: 6 }).map((bytes) => Buffer.from(bytes).toString('hex'));
const positions = fc.uniqueArray(fc.tuple(tag, fc.array(fc.maxSafeNat(), { maxLength: 12 })), {
  selector: ([name]) => name,
  maxLength: 9,
});
const cursor = fc.record({
  at: fc.nat(5_000_000_000).map((seconds) => seconds * 1_000),
  positions: positions.map((entries) => new Map(entries)),
});

describe('a cursor', () => {
  it('says where every partition of every topic is', () =>
    fc.assert(fc.property(cursor, (written) => expect(decodeCursor(encodeCursor(written))).toEqual(written))));

  it('is about 200 characters for the topics of the shop', () => {
    const seven = Array.from(
      { length: 7 },
      (_, n) => [`0198f0c27a3${n}`, Array(6).fill(123_456)] as [string, number[]],
    );
    expect(encodeCursor({ at: Date.now(), positions: new Map(seven) }).length).toBeLessThan(260);
  });

  it.each(['', 'garbage', 'AA', 'AQ', '../..', 'x'.repeat(5_000), 'AcKq_5kG!', 'ü', '%00'])('is not %j', (text) =>
    expect(decodeCursor(text)).toBeUndefined(),
  );

  it('is never anything that it would not write itself', () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const text = Buffer.from(bytes).toString('base64url');
        const read = decodeCursor(text);
        if (read) expect(encodeCursor(read)).toBe(text);
      }),
    ));

  it('cut short is none', () =>
    fc.assert(
      fc.property(cursor, ({ at, positions: all }) => {
        fc.pre([...all.values()].some((offsets) => offsets.length > 0));
        const text = encodeCursor({ at, positions: all });
        const shorter = decodeCursor(text.slice(0, -4));
        expect(shorter?.positions).not.toEqual(all);
      }),
    ));

  it('knows a topic by its id', () => expect(tagOf('0123456789abcdef0123456789abcdef')).toBe('0123456789ab'));
});
