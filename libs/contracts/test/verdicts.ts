import type { Level } from '../src/compatibility/levels.ts';

/** One row of the table: at which levels `next` may follow `history` (oldest first). */
export interface Verdict {
  what: string;
  history: object[];
  next: object;
  allowed: Level[];
  /** Levels at which the registry says yes and we say no, and why we do. Never the other way round. */
  registryAlsoAllows?: { levels: Level[]; why: string };
}

const NONE: Level[] = [];
const BACKWARD: Level[] = ['BACKWARD', 'BACKWARD_TRANSITIVE'];
const FORWARD: Level[] = ['FORWARD', 'FORWARD_TRANSITIVE'];
const FULL: Level[] = ['FULL', 'FULL_TRANSITIVE'];
export const ALL: Level[] = [...BACKWARD, ...FORWARD, ...FULL];

type FieldJson = { name: string; type: unknown; default?: unknown; aliases?: string[]; doc?: string };
const record = (...fields: FieldJson[]) => ({ type: 'record', name: 'Thing', namespace: 'shop.verdicts', fields });
const id: FieldJson = { name: 'id', type: 'string' };
const f = (type: unknown, ...fallback: unknown[]): FieldJson =>
  fallback.length > 0 ? { name: 'f', type, default: fallback[0] } : { name: 'f', type };
const enumOf = (symbols: string[], fallback?: string) => ({
  type: 'enum',
  name: 'Colour',
  symbols,
  ...(fallback && { default: fallback }),
});
const fixed = (size: number, name = 'Hash') => ({ type: 'fixed', name, size });
const inner = (...fields: FieldJson[]) => ({ type: 'record', name: 'Inner', fields });
const time = (logicalType: string, type = 'long') => ({ type, logicalType });
const decimal = (precision: number, scale: number) => ({ type: 'bytes', logicalType: 'decimal', precision, scale });

const bare = record(id);
const withDefault = record(id, f('string', 'x'));
const without = record(id, f('string'));

const row = (
  what: string,
  from: object | object[],
  next: object,
  allowed: Level[],
  registryAlsoAllows?: Verdict['registryAlsoAllows'],
): Verdict => ({ what, history: [from].flat(), next, allowed, registryAlsoAllows });
const but = (levels: Level[], why: string) => ({ levels, why });

const UNIT = 'Avro ignores logical types: the same number would mean something else';
const change = (what: string, from: unknown, to: unknown, allowed: Level[], more?: Verdict['registryAlsoAllows']) =>
  row(what, record(f(from)), record(f(to)), allowed, more);
/** Readable in one direction: the change is backward compatible, the change back is forward compatible. */
const oneWay = (from: string, to: string): Verdict[] => [
  change(`${from} becomes ${to}`, from, to, BACKWARD),
  change(`${to} becomes ${from}`, to, from, FORWARD),
];

/** The cases of Confluent's AvroCompatibilityTest and more, in our own words. */
export const verdicts: Verdict[] = [
  row('nothing changes', bare, bare, ALL),
  row('a field comes with a default', bare, withDefault, ALL),
  row('a field comes without a default', bare, without, FORWARD),
  row('a field with a default goes', withDefault, bare, ALL),
  row('a field without a default goes', without, bare, BACKWARD),
  row('a field gets a default', without, withDefault, ALL),
  row('a field loses its default', withDefault, without, ALL),
  row('a default becomes another', withDefault, record(id, f('string', 'y')), ALL),
  row('fields change places', without, record(f('string'), id), ALL),
  row('a documentation changes', bare, record({ ...id, doc: 'Who.' }), ALL),

  row(
    'fields come one by one, each with a default',
    [bare, withDefault],
    record(id, f('string', 'x'), { name: 'g', type: 'string', default: '' }),
    ALL,
  ),
  row(
    'fields go one by one, each with a default',
    [record(id, f('string', 'x'), { name: 'g', type: 'string', default: '' }), withDefault],
    bare,
    ALL,
  ),
  row('a field comes with a default, then loses it: the first version never wrote it', [bare, withDefault], without, [
    'BACKWARD',
    ...FORWARD,
    'FULL',
  ]),
  row('a field gets a default, then goes: the first version still needs it', [without, withDefault], bare, [
    ...BACKWARD,
    'FORWARD',
    'FULL',
  ]),
  row('a field goes and comes back with another type', [withDefault, bare], record(id, f('long', 0)), [
    'BACKWARD',
    'FORWARD',
    'FULL',
  ]),

  row('a field is renamed', without, record(id, { name: 'g', type: 'string' }), NONE),
  row(
    'a field is renamed, with the old name as its alias',
    without,
    record(id, { name: 'g', type: 'string', aliases: ['f'] }),
    BACKWARD,
  ),
  row('a field with a default is renamed', withDefault, record(id, { name: 'g', type: 'string', default: '' }), ALL),
  row('the record is renamed', bare, { ...bare, name: 'Other' }, NONE),
  row(
    'the record is renamed, with the old name as its alias',
    bare,
    { ...bare, name: 'Other', aliases: ['Thing'] },
    BACKWARD,
  ),
  row(
    'the namespace changes',
    bare,
    { ...bare, namespace: 'shop.moved' },
    NONE,
    but(ALL, 'readers dispatch by the full name'),
  ),

  ...oneWay('int', 'long'),
  ...oneWay('int', 'float'),
  ...oneWay('int', 'double'),
  ...oneWay('long', 'float'),
  ...oneWay('long', 'double'),
  ...oneWay('float', 'double'),
  change(
    'string becomes bytes',
    'string',
    'bytes',
    NONE,
    but(ALL, 'bytes that are no UTF-8 are read as another string'),
  ),
  change(
    'bytes become string',
    'bytes',
    'string',
    NONE,
    but(ALL, 'bytes that are no UTF-8 are read as another string'),
  ),
  change('string becomes long', 'string', 'long', NONE),
  change('boolean becomes int', 'boolean', 'int', NONE),
  change('string becomes an enum', 'string', enumOf(['RED']), NONE),

  change('an enum without a default gets a symbol', enumOf(['RED']), enumOf(['RED', 'BLUE']), BACKWARD),
  change('an enum without a default loses a symbol', enumOf(['RED', 'BLUE']), enumOf(['RED']), FORWARD),
  change('an enum with a default gets a symbol', enumOf(['RED'], 'RED'), enumOf(['RED', 'BLUE'], 'RED'), ALL),
  change('an enum with a default loses a symbol', enumOf(['RED', 'BLUE'], 'RED'), enumOf(['RED'], 'RED'), ALL),
  change('an enum gets a symbol and a default at once', enumOf(['RED']), enumOf(['RED', 'BLUE'], 'RED'), BACKWARD),
  change('the symbols of an enum change places', enumOf(['RED', 'BLUE']), enumOf(['BLUE', 'RED']), ALL),
  change('an enum is renamed', enumOf(['RED']), { ...enumOf(['RED']), name: 'Paint' }, NONE),
  row(
    'a field comes whose enum has a default, but which has none itself',
    bare,
    record(id, f(enumOf(['RED'], 'RED'))),
    FORWARD,
  ),

  change('a type becomes one of two', 'string', ['null', 'string'], BACKWARD),
  change('one of two becomes the only type', ['null', 'string'], 'string', FORWARD),
  change('a union gets a branch', ['null', 'string'], ['null', 'string', 'int'], BACKWARD),
  change('a union loses a branch', ['null', 'string', 'int'], ['null', 'string'], FORWARD),
  change('the branches of a union change places', ['null', 'string'], ['string', 'null'], ALL),
  change('a branch is promoted', ['null', 'int'], ['null', 'long'], BACKWARD),
  row('a nullable field comes with null as its default', bare, record(id, f(['null', 'string'], null)), ALL),
  row('a nullable field comes without a default', bare, record(id, f(['null', 'string'])), FORWARD),
  row('a nullable field goes that had null as its default', record(id, f(['null', 'string'], null)), bare, ALL),

  change(
    'the items of a list are promoted',
    { type: 'array', items: 'int' },
    { type: 'array', items: 'long' },
    BACKWARD,
  ),
  change(
    'the items of a list become others',
    { type: 'array', items: 'int' },
    { type: 'array', items: 'string' },
    NONE,
  ),
  change('the values of a map are promoted', { type: 'map', values: 'int' }, { type: 'map', values: 'long' }, BACKWARD),
  change('a list becomes a map', { type: 'array', items: 'int' }, { type: 'map', values: 'int' }, NONE),
  change('a record within gets a field with a default', inner(id), inner(id, f('string', '')), ALL),
  change('a record within gets a field without a default', inner(id), inner(id, f('string')), FORWARD),
  change(
    'a record in a list loses a field without a default',
    { type: 'array', items: inner(id, f('string')) },
    { type: 'array', items: inner(id) },
    BACKWARD,
  ),
  change(
    'a record that holds itself gets a field with a default',
    inner(id, { name: 'next', type: ['null', 'Inner'], default: null }),
    inner(id, { name: 'next', type: ['null', 'Inner'], default: null }, f('string', '')),
    ALL,
  ),

  change('a fixed gets another size', fixed(16), fixed(32), NONE),
  change('a fixed is renamed', fixed(16), fixed(16, 'Digest'), NONE),
  change('bytes become a fixed', 'bytes', fixed(16), NONE),

  change('milliseconds become microseconds', time('timestamp-millis'), time('timestamp-micros'), NONE, but(ALL, UNIT)),
  change('a number becomes a time', 'long', time('timestamp-millis'), NONE, but(ALL, UNIT)),
  change('a time becomes a number', time('timestamp-millis'), 'long', NONE, but(ALL, UNIT)),
  change('a time becomes a local one', time('timestamp-millis'), time('local-timestamp-millis'), NONE, but(ALL, UNIT)),
  change('a date becomes a time', time('date', 'int'), time('timestamp-millis'), NONE, but(BACKWARD, UNIT)),
  change('a decimal gets another scale', decimal(9, 2), decimal(9, 3), NONE, but(ALL, UNIT)),
  change('a text becomes a UUID', 'string', time('uuid', 'string'), NONE, but(ALL, UNIT)),
];
