export { createKafka, type KafkaLog, type KafkaOptions } from './client.ts';
export { headersOf, type LogRecord, type PartitionEnds, readLog, topicEnds } from './log.ts';
export { createPartitioner } from './partition.ts';
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
