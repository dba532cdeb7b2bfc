export { createKafka, type KafkaLog, type KafkaOptions } from './client.ts';
export { type PartitionEnds, topicEnds } from './ends.ts';
export { type FetchLimits, OffsetOutOfRange, type PartitionRecords, type Position } from './fetch.ts';
export { readLog } from './log.ts';
export { headersOf, type LogRecord } from './log-record.ts';
export { isOfKafka } from './of-kafka.ts';
export { type LogReader, openReader } from './reader.ts';
export { tail, type TailOptions } from './tail.ts';
export { createPartitioner, partitionOf } from './partition.ts';
export { Permits } from './permits.ts';
export type {
  Admin,
  Consumer,
  EachBatchPayload,
  IHeaders,
  Kafka,
  KafkaMessage,
  Message,
  Producer,
  Transaction,
} from 'kafkajs';
