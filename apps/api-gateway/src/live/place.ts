import type { Positions } from './cursor.ts';
import type { Entry } from './entry.ts';

/**
 * Where a stream is that has not read in the order of this process: another gateway, or Kafka itself, has given it more of
 * some partitions. It passes over what it has, and tells positions of its own, until it is in step with the ring.
 */
export class Place {
  private readonly ahead = new Set<string>();

  /** `mine`: the positions of the topics of this stream; `ring`: those of the ring where it joins, which are not later. */
  constructor(
    readonly mine: Positions,
    ring: Positions,
  ) {
    for (const [topic, offsets] of mine) {
      offsets.forEach((offset, partition) => {
        if (offset > ring.get(topic)![partition]!) this.ahead.add(`${topic}/${partition}`);
      });
    }
  }

  /** From now on what the ring tells is right for this stream too. */
  get inStep(): boolean {
    return this.ahead.size === 0;
  }

  /** Whether the stream does not have this entry yet; it has it now. */
  take({ topic, partition, offset }: Pick<Entry, 'topic' | 'partition' | 'offset'>): boolean {
    const offsets = this.mine.get(topic)!;
    const isNew = offset >= offsets[partition]!;
    if (isNew) offsets[partition] = offset + 1;
    if (offset + 1 >= offsets[partition]!) this.ahead.delete(`${topic}/${partition}`);
    return isNew;
  }

  /** The stream has read to the head of the ring: markers are behind it that no entry tells of. */
  reached(head: Positions): void {
    for (const [topic, offsets] of this.mine) {
      offsets.forEach((offset, partition) => {
        if (head.get(topic)![partition]! >= offset) this.ahead.delete(`${topic}/${partition}`);
      });
    }
  }
}
