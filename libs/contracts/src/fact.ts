import { isWholeValue, type Records, type Topic } from './topic.ts';

/** Something to be published: a record under its key, or, when `value` is null, that the key is no more. */
export interface Fact {
  topic: Topic;
  record: string;
  key: string;
  value: object | null;
  /** The version of the thing that the key names. */
  version?: number;
}

/** A fact whose value has the type of its record. */
export function fact<R extends Records, N extends keyof R & string>(
  topic: Topic<R>,
  record: N,
  key: string,
  value: R[N],
  version?: number,
): Fact {
  return { topic: topic as unknown as Topic, record, key, value, version };
}

/** That the key of a whole-value topic is no more. A deletion takes a version like any other change. */
export function tombstone<R extends Records>(topic: Topic<R>, key: string, version: number): Fact {
  if (!isWholeValue(topic)) throw new Error(`${topic.name} has no tombstones: what happened, happened`);
  const [record] = Object.keys(topic.records);
  return { topic: topic as unknown as Topic, record: record!, key, value: null, version };
}
