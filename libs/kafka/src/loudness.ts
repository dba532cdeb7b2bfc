/** As loud as a line of kafkajs may be. */
export type Level = 'error' | 'warn' | 'info' | 'debug';

/**
 * kafkajs cries out at every answer that it then retries by itself: a coordinator that still loads, a transaction whose
 * end is being written, a consumer that it starts again (whose crash the runner tells). What is not healed by that is thrown to the caller, who tells it once.
 */
const RETRIED = [
  /^Response \w+\(key: \d+, version: \d+\)/,
  /^Crash: KafkaJS/,
  /^Restarting the consumer in/,
  /^Limiting retries for the idempotent producer/,
  /^Failed to send messages: The producer attempted to update a transaction while another concurrent operation/,
];

/** The level at which `message` is worth reading. */
export const loudness = (level: Level, message: string): Level =>
  RETRIED.some((pattern) => pattern.test(message)) ? 'debug' : level;
