import type { Consumer, EachBatchPayload, Kafka } from '@offset-zero/kafka';

const HEARTBEAT_MS = 1_500;
export const PARTITIONS_AT_ONCE = 3;
const SESSION_TIMEOUT_MS = 6_000;
const MAX_WAIT_MS = 1_000;
/** Measured: 1 MiB is slower, 4 MiB not faster. About 5,000 messages of a shop. */
const BYTES_PER_PARTITION = 2 ** 21;

/** A kafkajs consumer as the runner needs it; it begins again by itself after whatever error, while it may. */
export const openConsumer = (kafka: Kafka, groupId: string, mayRestart: () => boolean): Consumer =>
  kafka.consumer({
    groupId,
    sessionTimeout: SESSION_TIMEOUT_MS,
    heartbeatInterval: HEARTBEAT_MS,
    maxWaitTimeInMs: MAX_WAIT_MS,
    maxBytesPerPartition: BYTES_PER_PARTITION,
    maxBytes: PARTITIONS_AT_ONCE * BYTES_PER_PARTITION,
    retry: { initialRetryTime: 100, retries: 20, maxRetryTime: 1_000, restartOnFailure: async () => mayRestart() },
  });

/** kafkajs has it and does not say so. */
export const fetchedOffsetOf = (batch: object): string => (batch as { fetchedOffset: string }).fetchedOffset;

/** Waits for `done`, or until the group no longer counts us in: kafkajs must be free then to join it again. */
export async function asMember({ heartbeat }: EachBatchPayload, done: Promise<void>): Promise<void> {
  const { promise: left, resolve: leave } = Promise.withResolvers<void>();
  const beat = setInterval(() => heartbeat().catch(leave), HEARTBEAT_MS);
  await Promise.race([done, left]).finally(() => clearInterval(beat));
}
