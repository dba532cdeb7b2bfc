import { isDeepStrictEqual } from 'node:util';
import { compile } from '../avro.ts';
import { fullNameOf, type RecordSchema } from '../schema.ts';
import { goldenValues } from './golden-values.ts';

/** What one released version has written, in bytes, and what every reader makes of them. Never changes again. */
export interface Golden {
  record: string;
  version: number;
  /** Avro's binary encoding in hex, without the five bytes of the wire format. */
  messages: { hex: string; value: object }[];
  /** By older version: how its reader sees these messages, in their order. */
  seenBy: Record<string, object[]>;
  /** By older version: how this version's reader sees the golden messages of that one, in their order. */
  sees: Record<string, object[]>;
}

/** A version as it was released. */
export interface Released {
  schema: RecordSchema;
  golden: Golden;
}

/** How a reader sees messages that another version has written. Throws what avsc throws when it cannot. */
export function read(reader: RecordSchema, writer: RecordSchema, messages: Golden['messages']): object[] {
  const type = compile(reader);
  const resolver = type.createResolver(compile(writer));
  return messages.map(({ hex }) => type.fromBuffer(Buffer.from(hex, 'hex'), resolver) as object);
}

/** The golden bytes of the version that follows the released ones, oldest first. */
export function goldenOf(schema: RecordSchema, released: Released[]): Golden {
  const type = compile(schema);
  const messages = goldenValues(schema).map((value) => ({ hex: type.toBuffer(value).toString('hex'), value }));
  const byVersion = (see: (older: Released) => object[]) =>
    Object.fromEntries(released.map((older, index) => [`v${index + 1}`, see(older)]));
  return {
    record: fullNameOf(schema),
    version: released.length + 1,
    messages,
    seenBy: byVersion((older) => read(older.schema, schema, messages)),
    sees: byVersion((older) => read(schema, older.schema, older.golden.messages)),
  };
}

/** What is not as the golden file of a version says, given the versions before it; empty when everything is. */
export function goldenProblems({ schema, golden }: Released, earlier: Released[]): string[] {
  const type = compile(schema);
  const problems: string[] = [];
  const expect = (what: string, actual: () => unknown, expected: unknown): void => {
    try {
      const value = actual();
      if (!isDeepStrictEqual(value, expected))
        problems.push(`${what}: ${JSON.stringify(value)} instead of ${JSON.stringify(expected)}`);
    } catch (error) {
      problems.push(`${what}: ${(error as Error).message}`);
    }
  };
  golden.messages.forEach(({ hex, value }, index) => {
    expect(`message ${index} is written as`, () => type.toBuffer(value).toString('hex'), hex);
    expect(`message ${index} is read as`, () => read(schema, schema, [{ hex, value }])[0], value);
  });
  expect('the golden file is of', () => [golden.record, golden.version], [fullNameOf(schema), earlier.length + 1]);
  const versions = earlier.map((_, index) => `v${index + 1}`);
  expect('the golden file names', () => Object.keys(golden.seenBy), versions);
  expect('the golden file names', () => Object.keys(golden.sees), versions);
  earlier.forEach((older, index) => {
    const name = versions[index]!;
    expect(`${name} reads it as`, () => read(older.schema, schema, golden.messages), golden.seenBy[name]);
    expect(`it reads ${name} as`, () => read(schema, older.schema, older.golden.messages), golden.sees[name]);
  });
  return problems;
}
