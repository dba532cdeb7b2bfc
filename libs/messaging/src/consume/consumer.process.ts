import { setTimeout as pause } from 'node:timers/promises';
import type { Consumer, EachBatchPayload, Kafka } from '@offset-zero/kafka';
import type { Committed, Logger, Problem } from '../runner.ts';
import type { SubscriptionState } from '../subscription.ts';
import { type AskEnds, OutOfRange, takeOver } from './assignment.process.ts';
import { backOff } from './attempt.ts';
import type { Desk } from './commit.process.ts';
import { asMember, fetchedOffsetOf, openConsumer, PARTITIONS_AT_ONCE } from './kafka-consumer.process.ts';
import { handleBatch } from './partition.process.ts';
import type { Fetched, Partition } from './partition.ts';
import type { Raw } from './received.ts';
import { textOf } from './sort-error.ts';

const RECONNECT = 'the consumer';
/** How long to wait for Kafka to hear that we leave; without that it notices after the session's time-out. */
const LEAVE_MS = 5_000;

export interface ConsumerOptions {
  group: string;
  desk: Desk;
  kafka: Kafka;
  askEnds: AskEnds;
  log: Logger;
  onCommitted: (committed: Committed) => void;
}

/** What is being done for a partition, and where that is when it goes well. */
interface Work {
  partition: Partition;
  next: number;
  done: Promise<void>;
}

/**
 * Reads one subscription with kafkajs. Positions are ours, in the transaction of the effects: kafkajs is paused while it
 * is given partitions, told where to begin, and never commits an offset. The recipe is in docs/how-it-works/consuming.md.
 */
export class SubscriptionConsumer {
  readonly desk: Desk;
  readonly group: string;
  /** Why it has stopped for good. */
  stopped: Problem | undefined;
  lastMovedAt = Date.now();
  /** Messages handled since the start. */
  handled = 0;
  /** When the last message handled was written, by partition, ms since 1970. */
  readonly handledTimes = new Map<number, number>();
  private readonly options: ConsumerOptions;
  private readonly log: Logger;
  private consumer: Consumer | undefined;
  /** Counts the assignments: what belongs to an earlier one is void. */
  private generation = 0;
  private joined = false;
  /** Failures in a row to join the group: connecting alone proves nothing. */
  private failures = 0;
  private readonly over = new AbortController();
  private partitions = new Map<number, Partition>();
  private readonly works = new Map<number, Work>();
  /** Positions that were not where they are believed to be when last compared. */
  private astray = new Map<number, string>();
  /** What is waited for, by who waits. */
  private readonly waits = new Map<number | string, string>();
  private readonly timers = new Set<NodeJS.Timeout>();
  private reconnecting: Promise<void> = Promise.resolve();
  /** What uses the database right now. */
  private readonly inHand = new Set<Promise<void>>();

  constructor(options: ConsumerOptions) {
    this.options = options;
    this.desk = options.desk;
    this.group = options.group;
    this.log = options.log;
  }

  get state(): SubscriptionState {
    if (this.stopped) return 'stopped';
    if (this.waits.size > 0) return 'waiting';
    return this.joined ? 'running' : 'starting';
  }

  get error(): string | undefined {
    return this.stopped?.detail ?? this.waits.values().next().value;
  }

  /** Next offsets of the partitions that are ours. */
  positions(): Map<number, number> {
    return new Map([...this.partitions].map(([partition, { next }]) => [partition, next]));
  }

  /** Notes that something everybody needs is away, or back. */
  noteDependency(what: string, error: string | undefined): void {
    if (error === undefined) this.waits.delete(what);
    else this.waits.set(what, error);
  }

  /** The positions were moved: what is believed of them is void. */
  readAgain(): void {
    if (this.partitions.size > 0) this.load([...this.partitions.keys()]);
  }

  /**
   * Compares with the table: another process may move a position while there is nothing to read here. What is handled
   * meanwhile looks like that too, so only what two looks see alike counts.
   */
  notePositions(stored: ReadonlyMap<number, number>): void {
    const before = this.astray;
    this.astray = new Map();
    for (const [partition, { next }] of this.partitions) {
      const there = stored.get(partition) ?? next;
      if (there !== next && !this.works.has(partition)) this.astray.set(partition, `${next} ${there}`);
    }
    const surely = [...this.astray].filter(([partition, what]) => before.get(partition) === what);
    if (surely.length > 0) this.load(surely.map(([partition]) => partition));
  }

  /** Begins to read, and returns at once: brokers that are away are waited for. */
  start(): void {
    this.reconnecting = this.connect();
  }

  /** Finishes the transaction in hand and leaves the group, if Kafka answers. */
  async stop(): Promise<void> {
    this.over.abort();
    this.forgetAll();
    const left = this.reconnecting.then(() => this.consumer?.disconnect()).catch(() => {});
    await Promise.all(this.inHand);
    await Promise.race([left, pause(LEAVE_MS, undefined, { ref: false })]);
  }

  private hold(work: Promise<void>): Promise<void> {
    const held = work.finally(() => this.inHand.delete(held));
    this.inHand.add(held);
    return held;
  }

  private get isOver(): boolean {
    return this.over.signal.aborted;
  }

  private async connect(): Promise<void> {
    for (;;) {
      if (this.failures > 0) await this.pause(backOff(this.failures));
      if (this.isOver) return;
      const consumer = this.createConsumer();
      try {
        await consumer.connect();
        await consumer.subscribe({ topic: this.topic, fromBeginning: true });
        this.consumer = consumer;
        await consumer.run({
          autoCommit: false,
          eachBatchAutoResolve: false,
          partitionsConsumedConcurrently: PARTITIONS_AT_ONCE,
          eachBatch: (payload) => this.hold(this.onBatch(payload)),
        });
        return;
      } catch (error) {
        this.failures++;
        this.waits.set(RECONNECT, textOf(error));
        this.log.warn({ group: this.group, error: textOf(error) }, 'Kafka does not answer; trying again');
        await consumer.disconnect().catch(() => {});
      }
    }
  }

  private createConsumer(): Consumer {
    const consumer = openConsumer(this.options.kafka, this.group, () => !this.isOver);
    consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
      this.failures = 0;
      this.onAssigned(payload.memberAssignment[this.topic] ?? []);
    });
    consumer.on(consumer.events.STOP, () => this.forgetAll());
    consumer.on(consumer.events.CRASH, ({ payload: { error, restart } }) => {
      this.failures++;
      this.waits.set(RECONNECT, textOf(error));
      const level = restart ? 'info' : 'warn'; // kafkajs heals what it restarts for, like a coordinator that loads
      this.log[level]({ group: this.group, error: textOf(error), restart }, 'The consumer crashed and begins again');
      if (!restart && consumer === this.consumer) this.reconnecting = this.connect();
    });
    return consumer;
  }

  private get topic(): string {
    return this.desk.subscription.topic.name;
  }

  private onAssigned(partitions: number[]): void {
    if (this.isOver) return;
    this.forgetAll();
    this.waits.clear();
    this.joined = partitions.length === 0;
    this.log.info({ group: this.group, partitions }, 'Partitions were assigned');
    if (partitions.length > 0) this.load(partitions);
  }

  /** Voids what was believed, and what waits on it. */
  private forgetAll(): void {
    this.generation++;
    this.partitions = new Map();
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
  }

  /** Reads from the tables where these partitions are. kafkajs does not wait for it, so it is paused, before any await. */
  private load(partitions: number[]): void {
    const { consumer, generation } = this;
    for (const partition of partitions) this.partitions.delete(partition);
    consumer!.pause([{ topic: this.topic, partitions }]);
    void this.hold(this.loadUntilDone(consumer!, generation, partitions));
  }

  private async loadUntilDone(consumer: Consumer, generation: number, partitions: number[]): Promise<void> {
    const isCurrent = () => generation === this.generation && !this.isOver;
    const waiting = `partitions ${partitions.join()}`;
    for (let failures = 1; isCurrent(); failures++) {
      try {
        await Promise.all(partitions.map((partition) => this.works.get(partition)?.done));
        const loaded = await takeOver(this.desk, partitions, this.options.askEnds, this.log);
        if (!isCurrent()) return;
        for (const partition of loaded) {
          this.partitions.set(partition.at.partition, partition);
          consumer.seek({ topic: this.topic, partition: partition.at.partition, offset: String(partition.next) });
        }
        consumer.resume([{ topic: this.topic, partitions }]);
        this.waits.delete(waiting);
        this.joined = true;
        return;
      } catch (error) {
        if (!isCurrent()) return;
        if (error instanceof OutOfRange) return this.giveUp('position-out-of-range', error.message);
        this.waits.set(waiting, textOf(error));
        this.log.warn(
          { group: this.group, partitions, error: textOf(error) },
          'Positions cannot be read; trying again',
        );
        await this.pause(backOff(failures));
      }
    }
  }

  /**
   * Takes a batch over and returns, so that kafkajs fetches the next one while this is being handled; what comes for a
   * partition that is still at work waits here for its turn.
   */
  private async onBatch(payload: EachBatchPayload): Promise<void> {
    const { batch, isRunning, isStale, resolveOffset } = payload;
    const { generation } = this;
    const mayGoOn = () => generation === this.generation && isRunning() && !this.isOver;
    const partition = this.partitions.get(batch.partition);
    if (!partition || isStale() || !mayGoOn()) return;
    const from = Number(fetchedOffsetOf(batch));
    const before = this.works.get(batch.partition);
    const expected = before?.partition === partition ? before.next : partition.next;
    if (from !== expected) return this.load([batch.partition]);
    if (before) await asMember(payload, before.done);
    if (from !== partition.next || !mayGoOn()) return; // what went before it failed, and is read again
    resolveOffset(batch.lastOffset());
    const fetched = { raws: batch.messages, next: Number(batch.lastOffset()) + 1 };
    const done = this.hold(this.handle(partition, fetched, mayGoOn)).finally(() => this.works.delete(batch.partition));
    this.works.set(batch.partition, { partition, next: fetched.next, done });
  }

  private async handle(partition: Partition, fetched: Fetched<Raw>, mayGoOn: () => boolean): Promise<void> {
    const { generation } = this;
    const { at } = partition;
    const outcome = await handleBatch(this.desk, partition, fetched, {
      mayGoOn,
      onCommitted: (_, messages, startedAt) => {
        this.waits.delete(at.partition);
        this.lastMovedAt = Date.now();
        if (messages.length > 0) this.tell(at.partition, messages, startedAt);
      },
    });
    if (generation !== this.generation || this.isOver) return;
    if (outcome.is === 'lost') this.load([at.partition]);
    if (outcome.is === 'tripped') this.giveUp('too-many-parked', outcome.error);
    if (outcome.is === 'wait') this.waitOn(partition, outcome);
  }

  private tell(partition: number, messages: { timestamp: string }[], startedAt: number): void {
    this.handled += messages.length;
    this.handledTimes.set(partition, Number(messages.at(-1)!.timestamp));
    const at = { subscription: this.desk.subscription.name, topic: this.topic, partition };
    this.options.onCommitted({ ...at, messages: messages.length, ms: performance.now() - startedAt });
  }

  /** Leaves the other partitions running; the log is read again from the position when the time has come. */
  private waitOn({ at, next }: Partition, { ms, error, away }: { ms: number; error: string; away: boolean }): void {
    const { consumer } = this;
    const partitions = [{ topic: this.topic, partitions: [at.partition] }];
    this.log.warn(
      { ...at, offset: next, error, ms: Math.round(ms) },
      away ? 'Waiting' : 'A message failed; trying again',
    );
    if (away) this.waits.set(at.partition, error);
    consumer!.pause(partitions);
    consumer!.seek({ topic: this.topic, partition: at.partition, offset: String(next) });
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      consumer!.resume(partitions);
    }, ms);
    this.timers.add(timer);
  }

  /** Reads nothing more until the process is started again. */
  private giveUp(code: string, detail: string): void {
    if (this.isOver) return;
    this.stopped = { code, detail };
    this.over.abort();
    this.forgetAll();
    this.log.error({ group: this.group, code, detail }, 'The subscription has stopped');
    void this.consumer!.disconnect().catch(() => {});
  }

  /** Ends early when everything does. */
  private async pause(ms: number): Promise<void> {
    await pause(ms, undefined, { signal: this.over.signal }).catch(() => {});
  }
}
