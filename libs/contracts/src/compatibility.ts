import { compile } from './avro.ts';
import type { RecordSchema } from './schema.ts';

/** Why a reader with one schema cannot read what was written with another, by Avro's rules; undefined when it can. */
export function unreadable(reader: RecordSchema, writer: RecordSchema): string | undefined {
  try {
    compile(reader).createResolver(compile(writer));
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/** What stands between a schema and full compatibility with another, in both directions; empty when nothing does. */
export const conflicts = (current: RecordSchema, released: RecordSchema): string[] =>
  [unreadable(current, released), unreadable(released, current)].filter((reason) => reason !== undefined);
