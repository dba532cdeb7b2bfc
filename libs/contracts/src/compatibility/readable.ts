import { type Enum, type Node, resolveNames, type Struct } from './avro-schema.ts';

/** What a reader stumbles over. */
export type Rule =
  | 'field-without-default'
  | 'type-changed'
  | 'unit-changed'
  | 'name-changed'
  | 'symbol-unknown'
  | 'branch-unknown'
  | 'size-changed';

export interface Break {
  /** `lines[].price.amountMinor`; '' = the record itself. */
  path: string;
  rule: Rule;
  because: string;
}

/** From the writer's type to those a reader may have instead (Avro 1.12, "Schema Resolution"). */
const PROMOTIONS: Record<string, string[]> = {
  int: ['long', 'float', 'double'],
  long: ['float', 'double'],
  float: ['double'],
};

/**
 * Why a reader with one schema cannot read what was written with another; empty when it can. Avro's schema resolution,
 * stricter in three places where Avro reads something else than what was meant and says nothing: units (logical types)
 * must be the same, bytes are no strings, and a name is compared with its namespace.
 */
export function breaks(reader: unknown, writer: unknown): Break[] {
  return between(resolveNames(reader), resolveNames(writer), '', []);
}

/** The pairs that are being compared, outermost first: met again, a pair that contains itself is no news. */
type Open = readonly (readonly [Node, Node])[];

function between(reader: Node, writer: Node, path: string, open: Open): Break[] {
  if (writer.type === 'union') return writer.branches.flatMap((branch) => fromBranch(reader, branch, path, open));
  if (reader.type === 'union') return intoUnion(reader.branches, writer, path, open);
  if (open.some(([a, b]) => a === reader && b === writer)) return [];

  if (reader.type === 'array' && writer.type === 'array') return between(reader.items, writer.items, `${path}[]`, open);
  if (reader.type === 'map' && writer.type === 'map') return between(reader.values, writer.values, `${path}{}`, open);
  if ('name' in reader && 'name' in writer && reader.type === writer.type) {
    if (reader.name !== writer.name && !reader.aliases.includes(writer.name))
      return [{ path, rule: 'name-changed', because: `${writer.name} is written, ${reader.name} is read` }];
    if (reader.type === 'record') return fieldsOf(reader, writer as Struct, path, [...open, [reader, writer]]);
    if (reader.type === 'enum') return symbolsOf(reader, writer as Enum, path);
  }
  if (reader.type === 'fixed' && writer.type === 'fixed' && reader.size !== writer.size)
    return [{ path, rule: 'size-changed', because: `${writer.size} bytes are written, ${reader.size} are read` }];
  if (reader.type !== writer.type && !PROMOTIONS[writer.type]?.includes(reader.type))
    return [{ path, rule: 'type-changed', because: `${writer.type} is written, ${reader.type} is read` }];
  return sameUnit(unitOf(reader), unitOf(writer), path);
}

function fieldsOf(reader: Struct, writer: Struct, path: string, open: Open): Break[] {
  return reader.fields.flatMap((field) => {
    const inner = path ? `${path}.${field.name}` : field.name;
    const names = [field.name, ...field.aliases];
    const written = names.flatMap((name) => writer.fields.filter((other) => other.name === name))[0];
    if (written) return between(field.type, written.type, inner, open);
    if (field.hasDefault) return [];
    return [{ path: inner, rule: 'field-without-default', because: 'it is not written, and has no default' }];
  });
}

function symbolsOf(reader: Enum, writer: Enum, path: string): Break[] {
  if (reader.default !== undefined) return [];
  const unknown = writer.symbols.filter((symbol) => !reader.symbols.includes(symbol));
  if (unknown.length === 0) return [];
  return [{ path, rule: 'symbol-unknown', because: `${unknown.join(', ')} is written, and the enum has no default` }];
}

/** A branch that the reader does not have at all is called that, rather than another type. */
function fromBranch(reader: Node, branch: Node, path: string, open: Open): Break[] {
  const found = between(reader, branch, path, open);
  return found.some(({ rule, path: at }) => rule === 'type-changed' && at === path)
    ? [unknownBranch(branch, path)]
    : found;
}

function intoUnion(branches: Node[], writer: Node, path: string, open: Open): Break[] {
  const tried = branches.map((branch) => ({ branch, found: between(branch, writer, path, open) }));
  if (tried.some(({ found }) => found.length === 0)) return [];
  const closest = tried.find(({ branch }) => branch.type === writer.type);
  return closest?.found ?? [unknownBranch(writer, path)];
}

const unknownBranch = (branch: Node, path: string): Break => ({
  path,
  rule: 'branch-unknown',
  because: `${'name' in branch ? branch.name : branch.type} may be written, and is not read`,
});

const unitOf = (node: Node): string => ('unit' in node ? node.unit : '');

function sameUnit(reader: string, writer: string, path: string): Break[] {
  if (reader === writer) return [];
  const because = `${writer || 'a plain value'} is written, ${reader || 'a plain value'} is read`;
  return [{ path, rule: 'unit-changed', because }];
}
