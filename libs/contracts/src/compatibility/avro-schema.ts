/** An Avro schema with its names resolved: a graph, since a record may hold itself. */
export type Node = Leaf | Fixed | Enum | List | Dictionary | Union | Struct;

export interface Leaf {
  type: 'null' | 'boolean' | 'int' | 'long' | 'float' | 'double' | 'bytes' | 'string';
  /** The logical type with its parameters, `timestamp-millis` or `decimal(10,2)`; '' = none. */
  unit: string;
}

interface Named {
  /** With the namespace. */
  name: string;
  aliases: string[];
}

export type Fixed = Named & { type: 'fixed'; size: number; unit: string };
export type Enum = Named & { type: 'enum'; symbols: string[]; default?: string };
export type List = { type: 'array'; items: Node };
export type Dictionary = { type: 'map'; values: Node };
export type Union = { type: 'union'; branches: Node[] };
export type Struct = Named & { type: 'record'; fields: Field[] };
export type Field = { name: string; aliases: string[]; type: Node; hasDefault: boolean };

/** Avro's JSON, as far as reading and writing depend on it. */
interface Json {
  type: unknown;
  name: string;
  namespace?: string;
  aliases?: string[];
  logicalType?: string;
  precision?: number;
  scale?: number;
  size: number;
  symbols: string[];
  default?: unknown;
  items: unknown;
  values: unknown;
  fields: (Json & { name: string })[];
}

const LEAVES = ['null', 'boolean', 'int', 'long', 'float', 'double', 'bytes', 'string'];

/** Resolves the names of a schema (Avro 1.12, "Names"). Throws when a name is not defined before it is used. */
export function resolveNames(schema: unknown): Node {
  const defined = new Map<string, Node>();

  function node(json: unknown, namespace: string): Node {
    if (Array.isArray(json)) return { type: 'union', branches: json.map((branch) => node(branch, namespace)) };
    if (typeof json === 'string') return LEAVES.includes(json) ? leaf(json, '') : known(json, namespace);
    const { type, ...rest } = json as Json;
    if (typeof type !== 'string') return node(type, namespace);
    if (LEAVES.includes(type)) return leaf(type, unitOf(rest));
    if (type === 'array') return { type, items: node(rest.items, namespace) };
    if (type === 'map') return { type, values: node(rest.values, namespace) };
    return define(json as Json, namespace);
  }

  function known(name: string, namespace: string): Node {
    const found = defined.get(qualified(name, namespace)) ?? defined.get(name);
    if (!found) throw new Error(`no type is called ${name}`);
    return found;
  }

  function define(json: Json, enclosing: string): Node {
    const name = qualified(json.name, json.namespace ?? enclosing);
    const namespace = name.includes('.') ? name.slice(0, name.lastIndexOf('.')) : '';
    const names = { name, aliases: (json.aliases ?? []).map((alias) => qualified(alias, namespace)) };
    if (json.type === 'fixed') return kept({ type: 'fixed', ...names, size: json.size, unit: unitOf(json) });
    if (json.type === 'enum')
      return kept({ type: 'enum', ...names, symbols: json.symbols, default: json.default as string | undefined });
    if (json.type !== 'record') return known(json.type as string, enclosing);
    const struct = kept<Struct>({ type: 'record', ...names, fields: [] });
    for (const field of json.fields) {
      const { name, aliases = [] } = field;
      struct.fields.push({ name, aliases, type: node(field.type, namespace), hasDefault: 'default' in field });
    }
    return struct;
  }

  function kept<T extends Fixed | Enum | Struct>(type: T): T {
    defined.set(type.name, type);
    return type;
  }

  return node(schema, '');
}

const leaf = (type: string, unit: string): Leaf => ({ type: type as Leaf['type'], unit });

const qualified = (name: string, namespace: string): string =>
  name.includes('.') || !namespace ? name : `${namespace}.${name}`;

function unitOf({ logicalType, precision, scale }: Omit<Json, 'type'>): string {
  if (!logicalType) return '';
  return precision === undefined ? logicalType : `${logicalType}(${precision},${scale ?? 0})`;
}
