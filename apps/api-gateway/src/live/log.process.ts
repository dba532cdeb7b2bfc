import { allTopics, type Codec, createCodec, type Topic, topicNamed } from '@offset-zero/contracts';
import { createKafka, type Kafka, type LogReader, openReader, type Position } from '@offset-zero/kafka';
import { type Positions, tagOf } from './cursor.ts';
import type { LiveSettings } from './settings.ts';

/** The log as it is when somebody begins to follow it. */
export interface Beginning {
  /** What each topic is called in a cursor. */
  tags: ReadonlyMap<string, string>;
  /** Where to begin, and where the log ended. */
  from: Positions;
  ends: Positions;
}

const names = allTopics.map(({ name }) => name);

/** Kafka and the registry, as the live streams know them. Connects to nothing by itself. */
export class Log {
  readonly kafka: Kafka;
  readonly codec: Codec;
  private readonly silence = new AbortController();

  constructor({ brokers, registryUrl }: LiveSettings) {
    this.kafka = createKafka({ brokers, clientId: 'api-gateway', signal: this.silence.signal });
    this.codec = createCodec({ registryUrl });
  }

  topic(name: string): Topic {
    return topicNamed(name)!;
  }

  /** From what was written `agoMs` ago. */
  beginning(agoMs: number): Promise<Beginning> {
    return this.reading(async (reader) => {
      const tags = await tagsOf(reader);
      const from: Positions = new Map();
      const ends: Positions = new Map();
      for (const topic of names) {
        const offsets = await reader.offsetsAt(topic, Date.now() - agoMs);
        from.set(topic, inOrder(offsets));
        ends.set(topic, await endsOf(reader, topic));
      }
      return { tags, from, ends };
    });
  }

  tags(): Promise<ReadonlyMap<string, string>> {
    return this.reading(tagsOf);
  }

  ends(names: readonly string[]): Promise<Positions> {
    return this.reading(async (reader) => {
      const ends: Positions = new Map();
      for (const name of names) ends.set(name, await endsOf(reader, name));
      return ends;
    });
  }

  async reading<T>(work: (reader: LogReader) => Promise<T>): Promise<T> {
    const reader = openReader(this.kafka);
    try {
      return await work(reader);
    } finally {
      await reader.close();
    }
  }

  /** kafkajs goes on talking after everything is closed. */
  close(): void {
    this.silence.abort();
  }
}

const inOrder = (offsets: Map<number, number>): number[] =>
  [...offsets].sort(([a], [b]) => a - b).map(([, offset]) => offset);

const endsOf = async (reader: LogReader, topic: string): Promise<number[]> =>
  (await reader.ends(topic)).map(({ high }) => high);

async function tagsOf(reader: LogReader): Promise<Map<string, string>> {
  const ids = await reader.topicIds(names);
  return new Map(names.map((topic) => [topic, tagOf(ids.get(topic)!)]));
}

/** Every position as a list. */
export const listed = (positions: Positions): Position[] =>
  [...positions].flatMap(([topic, offsets]) => offsets.map((offset, partition) => ({ topic, partition, offset })));
