import { sampleOf } from './sample.ts';
import { fullNameOf, type RecordSchema } from './schema.ts';
import { type Cleanup, settingsOf } from './settings.ts';

export type Kind = 'whole-value' | 'events' | 'commands';

export type Records = Record<string, object>;

/** One Avro record of a topic. `T` is the generated interface of its current schema. */
export interface RecordType<T = object> {
  name: string;
  /** With the namespace: `shop.customer.Customer`. */
  fullName: string;
  /** Where the registry keeps its versions. */
  subject: string;
  schema: RecordSchema;
  /** Every version ever released, oldest first. */
  released: readonly RecordSchema[];
  /** An example, always the same, made from the schema. */
  sample: T;
}

export interface Topic<R extends Records = Records> {
  name: string;
  kind: Kind;
  /** Which id the key is. */
  key: string;
  /** The service that publishes it. */
  owner: string;
  summary: string;
  partitions: number;
  /** Every setting the topic is created with and held to. */
  config: Record<string, string>;
  records: { [N in keyof R]: RecordType<R[N]> };
}

/** What the generator writes down of each record. */
export type Schemas<R extends Records> = { [N in keyof R]: { current: RecordSchema; released: RecordSchema[] } };

export interface TopicDeclaration<R extends Records> {
  name: string;
  kind: Kind;
  key: string;
  owner: string;
  summary: string;
  schemas: Schemas<R>;
}

export const PARTITIONS = 6;

const CLEANUP: Record<Kind, Cleanup> = { 'whole-value': 'latest-per-key', events: 'for-ever', commands: 'one-week' };

/** A topic of the given kind with all its settings. */
export function topic<R extends Records>({ schemas, ...declared }: TopicDeclaration<R>): Topic<R> {
  const records = Object.entries(schemas).map(([name, { current, released }]) => {
    const fullName = fullNameOf(current);
    const subject = declared.kind === 'whole-value' ? `${declared.name}-value` : `${declared.name}-${fullName}`;
    return [name, { name, fullName, subject, schema: current, released, sample: sampleOf(current) }];
  });
  return {
    ...declared,
    partitions: PARTITIONS,
    config: settingsOf(CLEANUP[declared.kind]),
    records: Object.fromEntries(records) as Topic<R>['records'],
  };
}

/** True when a record is the whole current value of its key, and a tombstone deletes it. */
export const isWholeValue = (topic: Pick<Topic, 'kind'>): boolean => topic.kind === 'whole-value';

/** Whether a value may be under this key: a whole value names its own, in the field that the topic is keyed by. */
export function isOfKey(topic: Pick<Topic, 'kind' | 'key'>, key: string | null, value: object): boolean {
  const named = isWholeValue(topic) ? (value as Record<string, unknown>)[topic.key] : undefined;
  return named === undefined || named === key;
}

/** The one record of a whole-value topic. */
export function valueRecordOf<T extends object>(topic: Topic<Record<string, T>>): RecordType<T> {
  const [record, ...others] = Object.values(topic.records);
  if (!isWholeValue(topic) || !record || others.length > 0) throw new Error(`${topic.name} is not a whole-value topic`);
  return record;
}
