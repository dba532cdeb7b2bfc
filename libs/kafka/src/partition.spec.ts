import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createPartitioner, murmur2, partitionOf } from './partition.ts';
import { kafkajs } from './repairs.ts';

/** Hash and partition of 6, as printed by Kafka 4.3.1's own `Utils.murmur2` and `Utils.toPositive` in Java. */
const JAVA: [key: string, hash: number, partition: number][] = [
  ['', 275646681, 3],
  ['a', -1563381124, 4],
  ['ab', 316155434, 2],
  ['abc', 479470107, 3],
  ['SKU-1', -905834556, 2],
  ['peter-muster', -1799155720, 4],
  ['0198f0c2-7a3e-7c11-9d5e-3f1b2a4c5d6e', 1116381048, 0],
  ['0198f0c2-7a3e-7c12-8000-000000000000', -319691814, 2],
  ['Münstergasse', 2012876283, 3],
  ['東京', -1368386005, 1],
  ['🛒', 442588275, 3],
  ['key-41', 774567569, 5],
  ['key-42', -187086521, 3],
];

/** From `UtilsTest.testMurmur2` of Apache Kafka. */
const APACHE: [key: string, hash: number][] = [
  ['21', -973932308],
  ['foobar', -790332482],
  ['a-little-bit-long-string', -985981536],
  ['a-little-bit-longer-string', -1486304829],
  ['lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8', -58897971],
];

const partitionMetadata = [0, 1, 2, 3, 4, 5].map((partitionId) => ({ partitionId, leader: 1 })) as never;

describe('the partition of a key', () => {
  it.each(JAVA)('%j hashes to %d and goes to %d, as in Java', (key, hash, partition) => {
    expect(murmur2(Buffer.from(key))).toBe(hash);
    expect(partitionOf(key, 6)).toBe(partition);
  });

  it.each(APACHE)("%j hashes as in Apache's own test", (key, hash) => expect(murmur2(Buffer.from(key))).toBe(hash));

  it('is the one that kafkajs computes too, for any bytes', () => {
    const theirs = kafkajs.Partitioners.JavaCompatiblePartitioner();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const key = Buffer.from(bytes);
        const partition = theirs({ topic: 't', partitionMetadata, message: { key, value: null } });
        expect(partitionOf(key, 6)).toBe(partition);
      }),
    );
  });
});

describe('the partitioner', () => {
  const partitioner = createPartitioner();
  const of = (message: object) => partitioner({ topic: 't', partitionMetadata, message: message as never });

  it('goes by the key', () => expect(of({ key: 'SKU-1', value: null })).toBe(2));
  it('obeys a stated partition', () => expect(of({ key: 'SKU-1', value: null, partition: 5 })).toBe(5));
  it('takes turns without a key', () => {
    const seen = new Set([0, 1, 2, 3, 4, 5].map(() => of({ value: null })));
    expect(seen.size).toBe(6);
  });
});
