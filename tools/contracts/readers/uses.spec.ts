import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { usesIn } from './uses.ts';

const THINGS = `
  export interface Place { street: string; city: string }
  export interface Line { name: string; count: number }
  export interface Thing { id: string; email: string; place: Place; lines: Line[]; note: string | null }`;

const TYPES = `
  export type { Thing, Place, Line } from '/libs/contracts/src/generated/things';
  export interface Topic<T> { of(value: T): void }
  export declare function view<T, Row extends object>(options: { from: Topic<T>; row: (value: T) => Row }): Row;
  export declare const things: Topic<import('/libs/contracts/src/generated/things').Thing>;
  export declare const topics: { things: { records: { Thing: { sample: import('/libs/contracts/src/generated/things').Thing } } } };
  export declare const Reacts: (topic: unknown, record: string) => MethodDecorator;
  export declare const Payload: () => ParameterDecorator;
  export declare function library(value: object): void;`;

/** What a body does with `thing: Thing` -> what it is seen to read. */
const cases: [what: string, body: string, reads: string[]][] = [
  ['a property', 'const x = thing.email', ['Thing.email']],
  ['a property of what may be missing', 'const x = maybe?.email', ['Thing.email']],
  ['a property in brackets', `const x = thing['email']`, ['Thing.email']],
  ['a property by a name that nobody knows', 'const x = thing[key]', ['Thing.*']],
  ['a property within', 'const x = thing.place.city', ['Place.city', 'Thing.place']],
  ['a destructured property', 'const { email } = thing', ['Thing.email']],
  ['a destructured and renamed property', 'const { email: mail } = thing', ['Thing.email']],
  ['a property within, destructured', 'const { place: { city } } = thing', ['Place.city', 'Thing.place']],
  ['the rest', 'const { email, ...rest } = thing', ['Thing.*', 'Thing.email']],
  ['a property of an assigned pattern', 'let email; ({ email } = thing)', ['Thing.*']],
  ['a spread', 'const x = { ...thing }', ['Thing.*']],
  ['a part that goes into an object', 'const x = { place: thing.place }', ['Place.*', 'Thing.place']],
  [
    'a part that goes into an object by its name',
    'const { place } = thing; const x = { place }',
    ['Place.*', 'Thing.place'],
  ],
  ['JSON', 'JSON.stringify(thing)', ['Thing.*']],
  ['an argument of a library', 'library(thing)', ['Thing.*']],
  ['an argument of our own function', 'own(thing); function own({ id }: Thing) { return id }', ['Thing.id']],
  [
    'an argument of our own function that takes anything',
    'own(thing); function own(x: unknown) { return x }',
    ['Thing.*'],
  ],
  ['a result of our own function', 'const x = own().id; function own() { return thing }', ['Thing.id']],
  ['another variable', 'const other = thing; const x = other.id', ['Thing.id']],
  ['a variable of another type', 'const other: object = thing', ['Thing.*']],
  ['a cast to the record', 'const x = (raw as Thing).id', ['Thing.id']],
  ['a cast to the record that goes on', 'library(raw as Thing)', ['Thing.*']],
  ['a cast to something else', 'const x = (thing as unknown as { id: string }).id', ['Thing.*']],
  ['a question whether it is there', 'if (maybe) key.trim(); const x = maybe === undefined', []],
  ['a choice', 'const x = (maybe ?? thing).id', ['Thing.id']],
  ['the items of a list', 'for (const { name } of thing.lines) name.trim()', ['Line.name', 'Thing.lines']],
  ['the items of a list, one by one', 'thing.lines.map((line) => line.count)', ['Line.count', 'Thing.lines']],
  ['the items of a list as they are', 'thing.lines.map((line) => line)[0]?.name', ['Line.name', 'Thing.lines']],
  ['the items of a list in JSON', 'JSON.stringify(thing.lines)', ['Line.*', 'Thing.lines']],
  ['the row of a view', 'view({ from: things, row: ({ id }) => ({ id }) })', ['Thing.id']],
  ['the whole value as the row of a view', 'view({ from: things, row: (value) => value })', ['Thing.*']],
  [
    'a new value',
    `const made: Thing = { id: '', email: '', place: { street: '', city: '' }, lines: [], note: null }`,
    [],
  ],
];

const source = (body: string) => `
  import { library, Payload, Reacts, things, topics, view, type Thing } from '/libs/types';
  declare const thing: Thing; declare const maybe: Thing | undefined; declare const raw: object; declare const key: string;
  ${body.replaceAll('[key]', '[key as keyof Thing]')};`;

/** One program for all cases, its files in memory. */
function program(): ts.Program {
  const files = new Map([
    ['/libs/contracts/src/generated/things.ts', THINGS],
    ['/libs/types.ts', TYPES],
    ...cases.map(([, body], index): [string, string] => [`/apps/${index}.ts`, source(body)]),
  ]);
  const options = {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    strict: true,
    noEmit: true,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.directoryExists = undefined;
  host.readFile = (name) => files.get(name) ?? readFile(name);
  host.getSourceFile = (name, languageVersion) =>
    files.has(name)
      ? ts.createSourceFile(name, files.get(name)!, languageVersion, true)
      : getSourceFile(name, languageVersion);
  return ts.createProgram([...files.keys()], { ...options, moduleResolution: ts.ModuleResolutionKind.Bundler }, host);
}

describe('reading', () => {
  const all = program();
  it.each(cases.map(([what, body, reads], index) => ({ what, body, reads, index })))('$what', ({ index, reads }) => {
    const file = all.getSourceFile(`/apps/${index}.ts`)!;
    expect(all.getSemanticDiagnostics(file).map(({ messageText }) => messageText)).toEqual([]);
    const uses = usesIn(all, file).map(({ name, property }) => `${name}.${property}`);
    expect([...new Set(uses)].sort()).toEqual(reads);
  });
});
