import { Injectable } from '@nestjs/common';
import { told, topicNamed, topics } from '@offset-zero/contracts';
import { type LogRecord, partitionOf } from '@offset-zero/kafka';
import { Log } from '../log.process.ts';
import { type Found, RecordSearch } from '../records/search.process.ts';
import type { OrderAnswer } from './orders.http.ts';
import { type Place, placesOf } from './places.ts';
import { type Step, stepOf } from './step.ts';

/** Clocks differ, and a service that is away publishes later what it wrote earlier: never the other way round. */
const BEFORE_MS = 5_000;
/** What came with the placing and what came with the last change are looked for apart when they lie so far apart. */
const APART_MS = 60_000;
const OFFSETS = 10_000;
const RECORDS = 1_000;

/** Finds what an order has set off, in the logs. Throws `kafka-unavailable`, `registry-unavailable`. */
@Injectable()
export class OrderRecords {
  constructor(
    private readonly log: Log,
    private readonly search: RecordSearch,
  ) {}

  async of(order: OrderAnswer): Promise<{ steps: Step[]; truncated: boolean }> {
    const places = placesOf(order, (topic, key) => partitionOf(key, topicNamed(topic)!.partitions));
    const names = [...new Set(places.map(({ topic }) => topic))];
    const looked = await Promise.all(
      names.map((name) =>
        this.inTopic(
          name,
          places.filter(({ topic }) => topic === name),
          timesOf(order),
        ),
      ),
    );
    const found = looked.flat();
    const records = found.flatMap((each) => each.records);
    await this.log.learn(records);
    return {
      steps: ofTheOrder(records.map((each) => this.step(each))),
      truncated: found.some((each) => each.truncated),
    };
  }

  private step(record: LogRecord): Step {
    const topic = topicNamed(record.topic)!;
    return stepOf(topic, told(record, topic, this.log.codec));
  }

  /** From each of `times` on, for some offsets. */
  private async inTopic(topic: string, places: Place[], times: number[]): Promise<Found[]> {
    const [ends, ...starts] = await Promise.all([
      this.log.ends(topic),
      ...times.map((time) => this.log.offsetsAt(topic, time)),
    ]);
    return Promise.all(places.map((place) => this.inPartition(place, ends.at(place.partition)!, starts)));
  }

  private async inPartition(
    { topic, partition, keys }: Place,
    { low, high }: { low: number; high: number },
    starts: ReadonlyMap<number, number>[],
  ): Promise<Found> {
    const wanted = ({ key }: LogRecord) => key !== null && keys.has(key);
    const records: LogRecord[] = [];
    let truncated = false;
    let looked = low;
    for (const start of starts) {
      const from = Math.max(looked, start.get(partition) ?? high);
      if (truncated && from <= looked) truncated = false; // the gap is looked through now
      const window = { from, to: high };
      const found = await this.search.within({ topic, wanted, limit: RECORDS }, partition, window, OFFSETS);
      records.push(...found.records);
      truncated ||= found.truncated;
      looked = Math.min(high, from + OFFSETS);
    }
    return { records, truncated };
  }
}

function timesOf({ placedAt, updatedAt }: OrderAnswer): number[] {
  const [placed, updated] = [Date.parse(placedAt), Date.parse(updatedAt)];
  return [placed, ...(updated - placed > APART_MS ? [updated] : [])].map((time) => time - BEFORE_MS);
}

/** Values of products count only where the order was what changed them. */
function ofTheOrder(steps: Step[]): Step[] {
  const isValueOfAnother = ({ topic }: Step) => topic === topics.stock.name;
  const ids = new Set(steps.filter((step) => !isValueOfAnother(step)).map(({ id }) => id));
  return steps.filter((step) => !isValueOfAnother(step) || ids.has(step.causedBy ?? ''));
}
