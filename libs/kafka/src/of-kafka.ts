/** kafkajs throws this one without a name: a connection is open, and nobody has said a word on it yet. */
const NOT_ANSWERED = 'Broker not connected';

/** Whether an error says that Kafka is away or refuses, not that we have made a mistake. */
export const isOfKafka = (error: unknown): error is Error =>
  error instanceof Error && (error.name.startsWith('KafkaJS') || error.message === NOT_ANSWERED);
