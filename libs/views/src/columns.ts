export type ColumnType = 'text' | 'bigint' | 'double precision' | 'boolean' | 'jsonb';

/** One property of a view's rows, and how Postgres keeps it. All of them may be null. */
export interface Column {
  name: string;
  type: ColumnType;
}

const LONGEST_IDENTIFIER_BYTES = 63;

/**
 * The columns that examples of a row show: string → text, integer → bigint, other number → double precision, boolean;
 * anything else, and what differs between the examples or is null in all of them, is jsonb.
 */
export function columnsOf(rows: readonly object[]): Column[] {
  const types = new Map<string, ColumnType | undefined>();
  for (const row of rows) {
    for (const [name, value] of Object.entries(row)) types.set(name, merge(types.get(name), typeOf(name, value)));
  }
  for (const name of types.keys()) check(name);
  return [...types].map(([name, type]) => ({ name, type: type ?? 'jsonb' }));
}

/** Undefined says nothing about the type. */
function typeOf(name: string, value: unknown): ColumnType | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string') return 'text';
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'number') return Number.isInteger(value) ? 'bigint' : 'double precision';
  if (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype) return 'jsonb';
  throw new TypeError(`column ${name}: a row holds plain values only, not ${String(value)}`);
}

function merge(known: ColumnType | undefined, seen: ColumnType | undefined): ColumnType | undefined {
  if (!known || !seen || known === seen) return known ?? seen;
  const bothNumbers = [known, seen].every((type) => type === 'bigint' || type === 'double precision');
  return bothNumbers ? 'double precision' : 'jsonb';
}

function check(name: string): void {
  if (name.startsWith('_')) throw new TypeError(`column ${name}: names that begin with _ are the view's own`);
  if (Buffer.byteLength(name) > LONGEST_IDENTIFIER_BYTES) throw new TypeError(`column ${name}: the name is too long`);
}

/** The row as the table gives it back: exactly these columns, null for what is missing, plain JSON. */
export function normalise<Row extends object>(columns: readonly Column[], row: Row): Row {
  const normal: Record<string, unknown> = {};
  for (const { name, type } of columns) {
    const value = (row as Record<string, unknown>)[name] ?? null;
    if (type === 'jsonb' && value !== null) normal[name] = JSON.parse(JSON.stringify(value));
    else normal[name] = value === 0 ? 0 : value; // -0 is 0 to Postgres
  }
  return normal as Row;
}
