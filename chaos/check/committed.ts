/** A batch as it lies in the log, every reader's isolation aside. */
export interface Batch<R extends { offsetDelta: number; key: Buffer | null }> {
  firstOffset: bigint;
  attributes: number;
  producerId: bigint;
  records: R[];
}

const TRANSACTIONAL = 1 << 4;
const CONTROL = 1 << 5;
const COMMIT = 1;

export interface Committed<R> {
  records: { offset: number; record: R }[];
  /** Transactions of which the log knows no end. */
  open: { producerId: string; firstOffset: number }[];
}

/**
 * What a reader of committed records sees of a partition, from all its batches in the order of the log. A producer's
 * records wait for its next marker, which commits or aborts them ("Transactional Messaging in Kafka", KIP-98). Compaction
 * leaves batches without records behind, markers among them: what they ended is gone too.
 */
export function committed<R extends { offsetDelta: number; key: Buffer | null }>(
  batches: Iterable<Batch<R>>,
): Committed<R> {
  const seen: Committed<R>['records'] = [];
  const waiting = new Map<bigint, Committed<R>['records']>();
  for (const { firstOffset, attributes, producerId, records } of batches) {
    if (attributes & CONTROL) {
      const [marker] = records;
      if (!marker) continue;
      if (marker.key!.readInt16BE(2) === COMMIT) for (const one of waiting.get(producerId) ?? []) seen.push(one);
      waiting.delete(producerId);
      continue;
    }
    const placed = records.map((record) => ({ offset: Number(firstOffset) + record.offsetDelta, record }));
    if (attributes & TRANSACTIONAL) waiting.set(producerId, [...(waiting.get(producerId) ?? []), ...placed]);
    else for (const one of placed) seen.push(one);
  }
  return {
    records: seen.sort((a, b) => a.offset - b.offset),
    open: [...waiting].flatMap(([producerId, [first]]) =>
      first ? [{ producerId: String(producerId), firstOffset: first.offset }] : [],
    ),
  };
}
