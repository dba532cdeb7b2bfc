import type { BeforeApplicationShutdown } from '@nestjs/common';
import { isWholeValue, type Topic } from '@offset-zero/contracts';
import { topicEnds } from '@offset-zero/kafka';
import { emptyReport, republish, type RepublishReport } from '@offset-zero/outbox';
import type { Logger } from 'pino';
import { type Manifest, publishes } from '../manifest.ts';
import { Refusal } from '../problems/refusal.ts';
import type { Backing } from '../run/backing.ts';

/** A topic of facts that happened once: a table cannot tell them again. */
export interface BeyondRepair {
  topic: string;
  kind: string;
  /** Offsets between its ends: what is there now, at most. */
  offsets: number;
}

export interface RepublishRun {
  state: 'never' | 'running' | 'done' | 'failed';
  dryRun: boolean;
  startedAt?: string;
  finishedAt?: string;
  /** Why it failed. */
  error?: string;
  topics: RepublishReport[];
  notComparable: BeyondRepair[];
}

/** One run at a time in this process; the outcome of the last one is kept for who asks. */
export class Republishing implements BeforeApplicationShutdown {
  private run: RepublishRun = { state: 'never', dryRun: false, topics: [], notComparable: [] };
  private working: Promise<void> = Promise.resolve();
  private readonly abort = new AbortController();

  constructor(
    private readonly manifest: Manifest,
    private readonly databaseUrl: string,
    private readonly backing: Backing,
    private readonly log: Logger,
  ) {}

  status(): RepublishRun {
    return this.run;
  }

  /** Begins, and returns at once; the log says `by` whom. Throws `topic-not-owned` or `republish-running`. */
  begin(topic: string | undefined, dryRun: boolean, by: string): RepublishRun {
    const wanted = this.wanted(topic);
    if (this.run.state === 'running') throw new Refusal('republish-running');
    const run: RepublishRun = {
      state: 'running',
      dryRun,
      startedAt: new Date().toISOString(),
      topics: wanted.map(({ name }) => emptyReport(name)),
      notComparable: [],
    };
    this.run = run;
    this.working = this.work(run, wanted, by);
    return run;
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.abort.abort(new Error('The service was stopped'));
    await this.working;
  }

  private wanted(name: string | undefined): Topic[] {
    const owned = this.manifest.owns.filter(isWholeValue);
    const wanted = owned.filter((topic) => name === undefined || topic.name === name);
    if (wanted.length > 0) return wanted;
    const names = owned.map((topic) => topic.name);
    throw new Refusal('topic-not-owned', `Its whole-value topics are: ${names.join(', ') || 'none'}`);
  }

  private async work(run: RepublishRun, wanted: Topic[], by: string): Promise<void> {
    try {
      run.notComparable = await this.beyondRepair();
      for (const [i, topic] of wanted.entries()) await this.one(topic, run.topics[i]!, run.dryRun);
      run.state = 'done';
      this.log.info({ republish: run, by }, run.dryRun ? 'Compared tables and topics' : 'Republished what differed');
    } catch (error) {
      Object.assign(run, { state: 'failed', error: (error as Error).message });
      this.log.error({ err: error, republish: run, by }, 'Republishing failed; it can be run again');
    }
    run.finishedAt = new Date().toISOString();
  }

  private async one(topic: Topic, report: RepublishReport, dryRun: boolean): Promise<void> {
    const truth = this.manifest.truths.find((each) => each.topic === topic.name);
    if (truth === undefined) throw new Error(`${this.manifest.name} does not declare the truth of ${topic.name}`);
    const { kafka, codec, outbox } = this.backing;
    await codec.lookUp([topic]);
    const wakeRelay = () => this.backing.relay?.wake();
    const { signal } = this.abort;
    const { databaseUrl } = this;
    await republish({ topic, truth, databaseUrl, kafka, codec, outbox, dryRun, report, signal, wakeRelay });
  }

  private async beyondRepair(): Promise<BeyondRepair[]> {
    const admin = this.backing.kafka.admin();
    await admin.connect();
    try {
      const facts = publishes(this.manifest).filter((topic) => !isWholeValue(topic));
      return await Promise.all(
        facts.map(async ({ name, kind }) => {
          const ends = await topicEnds(admin, name);
          return { topic: name, kind, offsets: ends.reduce((sum, { low, high }) => sum + high - low, 0) };
        }),
      );
    } finally {
      await admin.disconnect();
    }
  }
}
