import { setTimeout as sleep } from 'node:timers/promises';
import type { EachBatchPayload, Kafka } from '@offset-zero/kafka';
import { pause } from '../pause.ts';
import type { Committed, Logger } from '../runner.ts';
import { type AskEnds, OutOfRange, takeOver } from './assignment.process.ts';
import { AstrayWatch } from './astray.ts';
import { backOff } from './attempt.ts';
import type { Desk } from './commit.process.ts';
import { asMember, fetchedOffsetOf } from './kafka-consumer.process.ts';
import { Membership } from './membership.process.ts';
import { handleBatch } from './partition.process.ts';
import type { Fetched, Partition } from './partition.ts';
import { Progress } from './progress.ts';
import type { Raw } from './received.ts';
import { textOf } from './sort-error.ts';
import { type ToPark, WAITS_BEHIND } from './triage.ts';
import { WAITS_FOR } from '../waiting/missing.ts';

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
  readonly progress = new Progress();
  private readonly options: ConsumerOptions;
  private readonly log: Logger;
  private readonly member: Membership;
  /** Counts the assignments: what belongs to an earlier one is void. */
  private generation = 0;
  private readonly over = new AbortController();
  private partitions = new Map<number, Partition>();
  private readonly works = new Map<number, Work>();
  private readonly astray = new AstrayWatch();
  private readonly timers = new Set<NodeJS.Timeout>();
  /** What uses the database right now. */
  private readonly inHand = new Set<Promise<void>>();

  constructor(options: ConsumerOptions) {
    this.options = options;
    this.desk = options.desk;
    this.group = options.group;
    this.log = options.log;
    const { kafka, group, log } = options;
    this.member = new Membership({
      ...{ kafka, group, topic: this.topic, log, over: this.over.signal },
      onBatch: (payload) => this.hold(this.onBatch(payload)),
      onAssigned: (partitions) => this.onAssigned(partitions),
      onLeft: () => this.forgetAll(),
      onAway: (error) => this.progress.waitsFor(RECONNECT, error),
    });
  }

  /** Next offsets of the partitions that are ours. */
  positions(): Map<number, number> {
    return new Map([...this.partitions].map(([partition, { next }]) => [partition, next]));
  }

  /** The positions were moved: what is believed of them is void. */
  readAgain(): void {
    if (this.partitions.size > 0) this.load([...this.partitions.keys()]);
  }

  /** Compares with the table, and reads again where another process has moved a position. */
  notePositions(stored: ReadonlyMap<number, number>): void {
    const believed = [...this.positions()].filter(([partition]) => !this.works.has(partition));
    const astray = this.astray.look(new Map(believed), stored);
    if (astray.length > 0) this.load(astray);
  }

  /** Begins to read, and returns at once: brokers that are away are waited for. */
  start(): void {
    this.member.join();
  }

  /** Finishes the transaction in hand and leaves the group, if Kafka answers. */
  async stop(): Promise<void> {
    this.over.abort();
    this.forgetAll();
    const left = this.member.leave();
    await Promise.all(this.inHand);
    await Promise.race([left, sleep(LEAVE_MS, undefined, { ref: false })]);
  }

  private hold(work: Promise<void>): Promise<void> {
    const held = work.finally(() => this.inHand.delete(held));
    this.inHand.add(held);
    return held;
  }

  private get isOver(): boolean {
    return this.over.signal.aborted;
  }

  private get topic(): string {
    return this.desk.subscription.topic.name;
  }

  private onAssigned(partitions: number[]): void {
    if (this.isOver) return;
    this.forgetAll();
    this.progress.waitsForNothing();
    this.progress.joined = partitions.length === 0;
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
    const { generation } = this;
    for (const partition of partitions) this.partitions.delete(partition);
    this.member.consumer.pause([{ topic: this.topic, partitions }]);
    void this.hold(this.loadUntilDone(generation, partitions));
  }

  private async loadUntilDone(generation: number, partitions: number[]): Promise<void> {
    const { consumer } = this.member;
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
        this.progress.waitsFor(waiting, undefined);
        this.progress.joined = true;
        return;
      } catch (error) {
        if (!isCurrent()) return;
        if (error instanceof OutOfRange) return this.giveUp('position-out-of-range', error.message);
        this.progress.waitsFor(waiting, textOf(error));
        this.log.warn(
          { group: this.group, partitions, error: textOf(error) },
          'Positions cannot be read; trying again',
        );
        await pause(backOff(failures), this.over.signal);
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
        this.progress.moved(at.partition, messages);
        if (messages.length > 0) this.tell(at.partition, messages.length, startedAt);
      },
      onParked: (parked) => this.tellParked(parked),
    });
    if (generation !== this.generation || this.isOver) return;
    if (outcome.is === 'lost') this.load([at.partition]);
    if (outcome.is === 'tripped') this.giveUp('too-many-parked', outcome.error);
    if (outcome.is === 'wait') this.waitOn(partition, outcome);
  }

  private tell(partition: number, messages: number, startedAt: number): void {
    const at = { subscription: this.desk.subscription.name, topic: this.topic, partition };
    this.options.onCommitted({ ...at, messages, ms: performance.now() - startedAt });
  }

  /** Those that wait behind another, or for what has yet to arrive, are no news. */
  private tellParked(parked: readonly ToPark[]): void {
    for (const { message, fault } of parked) {
      if (fault.code === WAITS_BEHIND || fault.code === WAITS_FOR) continue;
      const { topic, partition, offset, key } = message;
      const { code, error } = fault;
      this.log.warn({ group: this.group, topic, partition, offset, key, code, error }, 'A message is parked');
    }
  }

  /** Leaves the other partitions running; the log is read again from the position when the time has come. */
  private waitOn({ at, next }: Partition, { ms, error, away }: { ms: number; error: string; away: boolean }): void {
    const { consumer } = this.member;
    const partitions = [{ topic: this.topic, partitions: [at.partition] }];
    this.log.warn(
      { ...at, offset: next, error, ms: Math.round(ms) },
      away ? 'Waiting' : 'A message failed; trying again',
    );
    if (away) this.progress.waitsFor(at.partition, error);
    consumer.pause(partitions);
    consumer.seek({ topic: this.topic, partition: at.partition, offset: String(next) });
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      consumer.resume(partitions);
    }, ms);
    this.timers.add(timer);
  }

  /** Reads nothing more until an operator has decided. */
  private giveUp(code: string, detail: string): void {
    if (this.isOver) return;
    this.progress.stopped = { code, detail };
    this.over.abort();
    this.forgetAll();
    this.log.error({ group: this.group, code, detail }, 'The subscription has stopped');
    void this.member.leave();
  }
}
