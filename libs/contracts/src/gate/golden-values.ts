import { definitions, type EnumSchema, fullNameOf, type RecordSchema, type Schema } from '../schema.ts';

/** Up to what a number holds exactly, on both sides; around where a varint takes a second byte, and a fifth. */
const LONGS = [0, -1, 63, -65, 2 ** 31, -(2 ** 53 - 2), 2 ** 53 - 2];
const STRINGS = [
  '',
  'plain',
  'Zoë Ångström',
  '北京 👩‍🚀',
  'e\u0301 is not é',
  '"quoted", \\ and \n a line',
  'x'.repeat(64),
];
const BOOLEANS = [false, true];
const LENGTHS = [1, 0, 3];

/**
 * Values of a schema that between them take every branch: every default, each symbol, null and not null, lists of none,
 * one and three, texts of several scripts, longs up to the limits. Always the same.
 */
export function goldenValues(schema: RecordSchema): object[] {
  const named = definitions(schema);
  const root = named.get(fullNameOf(schema)) as RecordSchema;

  /** Each turn takes the next of all choices, neighbouring fields different ones. */
  const valueOf = (type: Schema, turn: number): unknown => {
    if (Array.isArray(type)) return turn % 2 === 0 ? null : valueOf(type[1], turn);
    if (type === 'string') return at(STRINGS, turn);
    if (type === 'boolean') return at(BOOLEANS, turn);
    if (type === 'long') return at(LONGS, turn);
    if (typeof type === 'string') return valueOf(named.get(type)!, turn);
    if ('items' in type)
      return Array.from({ length: at(LENGTHS, turn) }, (_, index) => valueOf(type.items, turn + index));
    if ('symbols' in type) return at(type.symbols, turn);
    if ('fields' in type) return recordOf(type, turn);
    return at(LONGS, turn);
  };
  const recordOf = ({ fields }: RecordSchema, turn: number): object =>
    Object.fromEntries(fields.map(({ name, type }, index) => [name, valueOf(type, turn + index)]));
  const withDefaults = ({ fields }: RecordSchema): object =>
    Object.fromEntries(
      fields.map((field) => [field.name, 'default' in field ? field.default : valueOf(field.type, 1)]),
    );

  const turns = Math.max(LONGS.length, STRINGS.length, ...[...named.values()].map(symbolsOf));
  return [withDefaults(root), ...Array.from({ length: turns }, (_, turn) => recordOf(root, turn))];
}

const at = <T>(choices: readonly T[], turn: number): T => choices[turn % choices.length]!;

const symbolsOf = (type: RecordSchema | EnumSchema): number => ('symbols' in type ? type.symbols.length : 0);
