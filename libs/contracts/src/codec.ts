import type { Type } from 'avsc';
import { compile } from './avro.ts';
import { InvalidValue, SchemaIdUnknown, SchemaNotRegistered, Undecodable } from './errors.ts';
import { frame, framedId, HEADER_BYTES, schemaIdOf } from './frame.ts';
import { connectRegistry, type Registry } from './registry.ts';
import type { RecordType, Topic } from './topic.ts';

/** `known` is false when the topic has no such record: a message to be skipped, with an empty value. */
export interface Decoded {
  record: string;
  value: object;
  known: boolean;
}

export interface Codec {
  /**
   * Asks for the ids of our compiled schemas; never registers one.
   * Throws `RegistryUnavailable`, or `SchemaNotRegistered` when deploy has not run.
   */
  lookUp(topics: Topic[]): Promise<void>;
  /** The framed value. Throws `InvalidValue` with the offending paths, or `SchemaIdUnknown` before `lookUp`. */
  encode(topic: Topic, record: string, value: object): Buffer;
  /**
   * Fetches the writers' schemas of ids not seen before, each once. An id the registry does not have is not asked for
   * again within 5 s. Throws `RegistryUnavailable`.
   */
  learn(values: Iterable<Buffer | null>): Promise<void>;
  /** The value in our own compiled schema, whoever wrote it. Learn the bytes first. Throws `Undecodable`. */
  decode(topic: Topic, bytes: Buffer): Decoded;
}

interface Reader {
  record: string;
  /** Undefined when the topic has no such record. */
  type?: Type;
  resolver?: ReturnType<Type['createResolver']>;
}

const ASK_AGAIN_MS = 5_000;

export const createCodec = (options: { registryUrl: string }): Codec => codecOn(connectRegistry(options.registryUrl));

export function codecOn(registry: Registry, now: () => number = Date.now): Codec {
  const ids = new Map<RecordType, number>();
  const writers = new Map<number, Type>();
  const missingSince = new Map<number, number>();
  const inFlight = new Map<number, Promise<void>>();
  const readers = new Map<Topic, Map<number, Reader>>();

  async function lookUp(topics: Topic[]): Promise<void> {
    const records = topics.flatMap((topic) => Object.values(topic.records)).filter((record) => !ids.has(record));
    await Promise.all(
      records.map(async (record) => {
        const id = await registry.idOf(record.subject, record.schema);
        if (id === undefined) throw new SchemaNotRegistered(record.subject);
        ids.set(record, id);
        writers.set(id, compile(record.schema));
      }),
    );
  }

  function encode(topic: Topic, record: string, value: object): Buffer {
    const recordType = topic.records[record];
    if (!recordType) throw new Error(`the topic ${topic.name} has no record ${record}`);
    const id = ids.get(recordType);
    if (id === undefined) throw new SchemaIdUnknown(recordType.subject);
    const type = compile(recordType.schema);
    try {
      return frame(type, id, value);
    } catch (error) {
      throw invalid(record, type, value, error);
    }
  }

  async function learn(values: Iterable<Buffer | null>): Promise<void> {
    let last: number | undefined;
    const asked: Promise<void>[] = [];
    for (const bytes of values) {
      const id = bytes === null ? undefined : schemaIdOf(bytes);
      if (id === undefined || id === last) continue;
      last = id;
      if (!writers.has(id) && !isMissing(id)) asked.push(fetchWriter(id));
    }
    if (asked.length > 0) await Promise.all(asked);
  }

  const isMissing = (id: number) => now() - (missingSince.get(id) ?? -Infinity) < ASK_AGAIN_MS;

  function fetchWriter(id: number): Promise<void> {
    const asked = inFlight.get(id);
    if (asked) return asked;
    const answer = registry
      .writer(id)
      .then((type) => {
        if (type) writers.set(id, type);
        if (type) missingSince.delete(id);
        else missingSince.set(id, now());
      })
      .finally(() => inFlight.delete(id));
    inFlight.set(id, answer);
    return answer;
  }

  function decode(topic: Topic, bytes: Buffer): Decoded {
    const id = framedId(bytes);
    const { record, type, resolver } = readers.get(topic)?.get(id) ?? addReader(topic, id);
    if (!type) return { record, value: {}, known: false };
    try {
      const { value, offset } = type.decode(bytes, HEADER_BYTES, resolver) as { value: object; offset: number };
      if (offset === bytes.length) return { record, value, known: true };
    } catch (error) {
      throw new Undecodable('undecodable-value', `not a ${record}: ${(error as Error).message}`, { cause: error });
    }
    throw new Undecodable('undecodable-value', `${bytes.length} bytes are not one ${record}`);
  }

  function addReader(topic: Topic, id: number): Reader {
    const writer = writers.get(id);
    if (!writer && !missingSince.has(id)) throw new Error(`the schema ${id} was never learned`);
    if (!writer) throw new Undecodable('unknown-schema-id', `the registry has no schema ${id}`);
    const reader = readerOf(topic, writer);
    const ofTopic = readers.get(topic) ?? new Map<number, Reader>();
    readers.set(topic, ofTopic.set(id, reader));
    return reader;
  }

  return { lookUp, encode, learn, decode };
}

function readerOf(topic: Topic, writer: Type): Reader {
  const ours = Object.values(topic.records).find(({ fullName }) => fullName === writer.name);
  if (!ours) return { record: writer.name ?? '' };
  const type = compile(ours.schema);
  if (type.equals(writer)) return { record: ours.name, type };
  try {
    return { record: ours.name, type, resolver: type.createResolver(writer) };
  } catch (error) {
    throw new Undecodable('undecodable-value', (error as Error).message, { cause: error });
  }
}

function invalid(record: string, type: Type, value: object, cause: unknown): unknown {
  const paths: string[] = [];
  type.isValid(value, { errorHook: (path) => paths.push(path.join('.')) });
  return paths.length > 0 ? new InvalidValue(record, paths, { cause }) : cause;
}
