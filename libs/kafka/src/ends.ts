import type { Admin } from 'kafkajs';

/** The offsets of a partition's first record (`low`) and of the next one to be written (`high`). */
export interface PartitionEnds {
  partition: number;
  low: number;
  high: number;
}

/** Both ends of every partition, in the order of the partitions. Offsets between them may be missing. */
export async function topicEnds(admin: Admin, topic: string): Promise<PartitionEnds[]> {
  const offsets = await admin.fetchTopicOffsets(topic);
  return offsets
    .map(({ partition, low, high }) => ({ partition, low: Number(low), high: Number(high) }))
    .sort((a, b) => a.partition - b.partition);
}
