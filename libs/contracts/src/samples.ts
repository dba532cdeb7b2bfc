import { compile } from './avro.ts';
import { sampleOf } from './sample.ts';
import type { Records, RecordType, Topic } from './topic.ts';

export interface Sample {
  record: string;
  /** The released version of the schema that wrote it, from 1. */
  version: number;
  value: object;
}

/** An example written by every released version of every record of a topic, as our current schemas read it. */
export function samplesOf<R extends Records>(topic: Topic<R>): Sample[] {
  const records: RecordType[] = Object.values(topic.records);
  return records.flatMap(({ name, schema, released }) => {
    const reader = compile(schema);
    return released.map((version, index) => {
      const writer = compile(version);
      const bytes = writer.toBuffer(sampleOf(version));
      const value = reader.fromBuffer(bytes, reader.createResolver(writer)) as object;
      return { record: name, version: index + 1, value };
    });
  });
}
