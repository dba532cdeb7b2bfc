import type { DecodedRecord } from './repairs.ts';

/** What a broker answers about one partition of a fetch; offsets as decimal strings. */
export interface FetchedPartition {
  partition: number;
  lastStableOffset: string;
  abortedTransactions: { producerId: string; firstOffset: string }[] | null;
  messages: DecodedRecord[];
}

interface FetchRequest {
  maxWaitTime: number;
  minBytes: number;
  maxBytes: number;
  isolationLevel: number;
  topics: { topic: string; partitions: { partition: number; fetchOffset: string; maxBytes: number }[] }[];
}

export interface Broker {
  fetch(request: FetchRequest): Promise<{ responses: { topicName: string; partitions: FetchedPartition[] }[] }>;
  connectionPool: { send(request: object): Promise<unknown> };
}

/** The connections of one kafkajs client: what its consumers and admins are made of, and its types leave out. */
export interface Cluster {
  isolationLevel?: number;
  /** Learns who leads the partitions of these topics; throws when there is no such topic. */
  addMultipleTargetTopics(topics: string[]): Promise<void>;
  findTopicPartitionMetadata(topic: string): { partitionId: number; leader: number }[];
  findBroker(o: { nodeId: number }): Promise<Broker>;
  findControllerBroker(): Promise<Broker>;
}
