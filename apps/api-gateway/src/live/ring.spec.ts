import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Positions } from './cursor.ts';
import { Place } from './place.ts';
import { copied, type Kept, Ring } from './ring.ts';

const PARTITIONS = 3;
const zero = (): Positions => new Map([['t', Array(PARTITIONS).fill(0)]]);
const entry = (partition: number, offset: number) => ({
  ...{ topic: 't', partition, offset, key: null, isUndecodable: false, body: Buffer.from(`${partition}@${offset}`) },
});

/** A log: for each partition, which offsets hold a record (the others are markers, or were compacted away). */
const log = fc.array(fc.array(fc.boolean(), { maxLength: 12 }), { minLength: PARTITIONS, maxLength: PARTITIONS });

/** An order in which somebody reads it: partitions, one offset each time. */
const order = fc.array(fc.nat(PARTITIONS - 1), { maxLength: 60 });

/** A gateway that reads the log in this order, then to its end; `onEntry` hears where it is behind each record. */
function read(ring: Ring, records: boolean[][], turns: number[], onEntry: (head: Positions) => void = () => {}) {
  const head = ring.head.get('t')!;
  const step = (partition: number) => {
    const offset = head[partition]!;
    if (offset >= records[partition]!.length) return;
    head[partition] = offset + 1;
    if (!records[partition]![offset]) return;
    ring.push(entry(partition, offset), Buffer.from('x'));
    onEntry(ring.head);
  };
  turns.forEach(step);
  records.forEach((of, partition) => of.forEach(() => step(partition)));
}

const placeOf = ({ partition, offset }: Kept) => `${partition}@${offset}`;

/** What a stream that was at `mine` gets out of the ring, and where it says it is behind each of them. */
function continued(ring: Ring, mine: Positions): { got: string[]; ids: Positions[] } | undefined {
  const found = ring.find(mine);
  if (found === undefined) return undefined;
  let place: Place | undefined = new Place(copied(mine), found.at);
  const at = copied(found.at).get('t')!;
  const got: string[] = [];
  const ids: Positions[] = [];
  for (let number = found.number; number < ring.next; number++) {
    const kept = ring.at(number);
    at[kept.partition] = kept.offset + 1;
    if (place !== undefined && !place.take(kept)) continue;
    if (place?.inStep) place = undefined;
    got.push(placeOf(kept));
    ids.push(new Map([['t', [...(place?.mine.get('t') ?? at)]]]));
  }
  return { got, ids };
}

const missing = (records: boolean[][], mine: Positions) =>
  records.flatMap((of, partition) =>
    of.flatMap((isRecord, offset) =>
      isRecord && offset >= mine.get('t')![partition]! ? [`${partition}@${offset}`] : [],
    ),
  );

describe('a stream that goes on at a gateway', () => {
  it('gets what it does not have, once and in order, though it comes from one that read in another order', () =>
    fc.assert(
      fc.property(log, order, order, fc.nat(40), (records, here, there, stop) => {
        const ring = new Ring({ entries: 1_000, bytes: 1_000_000 }, zero());
        read(ring, records, here);
        const positions: Positions[] = [zero()];
        read(new Ring({ entries: 1_000, bytes: 1_000_000 }, zero()), records, there, (head) =>
          positions.push(copied(head)),
        );
        const mine = positions[stop % positions.length]!;
        const { got } = continued(ring, mine)!;
        expect([...got].sort()).toEqual(missing(records, mine).sort());
        for (let partition = 0; partition < PARTITIONS; partition++) {
          const offsets = got
            .filter((each) => each.startsWith(`${partition}@`))
            .map((each) => Number(each.split('@')[1]));
          expect(offsets).toEqual(offsets.toSorted((a, b) => a - b));
        }
      }),
      { numRuns: 500 },
    ));

  it('is at a place behind each record from which the next gateway can go on in the same way', () =>
    fc.assert(
      fc.property(log, order, order, fc.nat(40), fc.nat(40), (records, here, there, stop, again) => {
        const ring = new Ring({ entries: 1_000, bytes: 1_000_000 }, zero());
        read(ring, records, here);
        const positions: Positions[] = [zero()];
        read(new Ring({ entries: 1_000, bytes: 1_000_000 }, zero()), records, there, (head) =>
          positions.push(copied(head)),
        );
        const mine = positions[stop % positions.length]!;
        const { got, ids } = continued(ring, mine)!;
        if (got.length === 0) return;
        const cut = again % got.length;
        const rest = continued(ring, ids[cut]!)!.got;
        expect([...got.slice(0, cut + 1), ...rest].sort()).toEqual(missing(records, mine).sort());
      }),
      { numRuns: 500 },
    ));

  it('is sent to Kafka when the ring does not reach back to it, and only then', () =>
    fc.assert(
      fc.property(log, order, fc.integer({ min: 1, max: 8 }), (records, here, entries) => {
        const ring = new Ring({ entries, bytes: 1_000_000 }, zero());
        const positions: Positions[] = [zero()];
        read(ring, records, here, (head) => positions.push(copied(head)));
        for (const mine of positions) {
          const found = continued(ring, mine);
          if (found) expect([...found.got].sort()).toEqual(missing(records, mine).sort());
          else expect(missing(records, mine).length).toBeGreaterThan(entries);
        }
      }),
      { numRuns: 500 },
    ));
});

describe('the ring', () => {
  it('is bounded in entries and in bytes', () => {
    const ring = new Ring({ entries: 4, bytes: 100 }, zero());
    for (let offset = 0; offset < 10; offset++) ring.push(entry(0, offset), Buffer.alloc(10));
    expect([ring.first, ring.next]).toEqual([6, 10]);
    ring.push(entry(0, 10), Buffer.alloc(80));
    expect([ring.first, ring.next]).toEqual([9, 11]);
    ring.push(entry(0, 11), Buffer.alloc(1_000));
    expect([ring.first, ring.next]).toEqual([12, 12]);
    expect(ring.begin.get('t')).toEqual([12, 0, 0]);
  });

  it('counts every way in which it keeps a record', () => {
    const ring = new Ring({ entries: 10, bytes: 100 }, zero());
    const kept = (offset: number) => ({ ...entry(0, offset), body: Buffer.alloc(15), bare: Buffer.alloc(15) });
    for (let offset = 0; offset < 5; offset++) ring.push(kept(offset), Buffer.alloc(20));
    expect([ring.first, ring.next]).toEqual([3, 5]);
  });
});
