import type { Consumer, EachBatchPayload, Kafka } from '@offset-zero/kafka';
import { pause } from '../pause.ts';
import type { Logger } from '../runner.ts';
import { backOff } from './attempt.ts';
import { openConsumer, PARTITIONS_AT_ONCE } from './kafka-consumer.process.ts';
import { textOf } from './sort-error.ts';

export interface MembershipOptions {
  kafka: Kafka;
  group: string;
  topic: string;
  log: Logger;
  /** When it is aborted nothing is tried again. */
  over: AbortSignal;
  onBatch: (payload: EachBatchPayload) => Promise<void>;
  /** What was assigned before is void; also called with no partitions at all. */
  onAssigned: (partitions: number[]) => void;
  /** What was assigned is void. */
  onLeft: () => void;
  onAway: (error: string) => void;
}

/** Makes us a member of a consumer group, and again whenever kafkajs gives up. */
export class Membership {
  private readonly options: MembershipOptions;
  private current: Consumer | undefined;
  private joining: Promise<void> = Promise.resolve();
  /** Failures in a row to join: connecting alone proves nothing. */
  private failures = 0;

  constructor(options: MembershipOptions) {
    this.options = options;
  }

  /** There is one from the first assignment on. */
  get consumer(): Consumer {
    return this.current!;
  }

  /** Returns at once: brokers that are away are waited for. */
  join(): void {
    this.joining = this.untilJoined();
  }

  /** Resolves when Kafka has heard of it, or cannot. */
  leave(): Promise<void> {
    return this.joining.then(() => this.current?.disconnect()).catch(() => {});
  }

  private async untilJoined(): Promise<void> {
    const { topic, group, log, over, onBatch, onAway } = this.options;
    for (;;) {
      if (this.failures > 0) await pause(backOff(this.failures), over);
      if (over.aborted) return;
      const consumer = this.create();
      try {
        await consumer.connect();
        await consumer.subscribe({ topic, fromBeginning: true });
        this.current = consumer;
        await consumer.run({
          autoCommit: false,
          eachBatchAutoResolve: false,
          partitionsConsumedConcurrently: PARTITIONS_AT_ONCE,
          eachBatch: onBatch,
        });
        return;
      } catch (error) {
        this.failures++;
        onAway(textOf(error));
        log.warn({ group, error: textOf(error) }, 'Kafka does not answer; trying again');
        await consumer.disconnect().catch(() => {});
      }
    }
  }

  private create(): Consumer {
    const { kafka, topic, group, log, over, onAssigned, onLeft, onAway } = this.options;
    const consumer = openConsumer(kafka, group, () => !over.aborted);
    consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
      this.failures = 0;
      onAssigned(payload.memberAssignment[topic] ?? []);
    });
    consumer.on(consumer.events.STOP, onLeft);
    consumer.on(consumer.events.CRASH, ({ payload: { error, restart } }) => {
      this.failures++;
      onAway(textOf(error));
      const level = restart ? 'info' : 'warn'; // kafkajs heals what it restarts for, like a coordinator that loads
      log[level]({ group, error: textOf(error), restart }, 'The consumer crashed and begins again');
      if (!restart && consumer === this.current) this.join();
    });
    return consumer;
  }
}
