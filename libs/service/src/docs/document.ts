/** As much of a schema as is looked at here. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
  anyOf?: Schema[];
  enum?: unknown[];
  readOnly?: boolean;
  [more: string]: unknown;
}

export interface Content {
  [type: string]: { schema?: Schema; example?: unknown; examples?: Record<string, object> };
}

export interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema: Schema;
  [more: string]: unknown;
}

export interface Answer {
  description: string;
  content?: Content;
  headers?: Record<string, object>;
  [more: string]: unknown;
}

export interface Operation {
  operationId?: string;
  summary?: string;
  tags?: string[];
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content: Content };
  responses: Record<string, Answer | { $ref: string }>;
  [extension: `x-${string}`]: unknown;
  [more: string]: unknown;
}

/** As much of an OpenAPI 3.1 document as is looked at here. */
export interface Document {
  openapi: string;
  info: { title: string; description?: string; version: string };
  paths: Record<string, Record<string, Operation>>;
  components: {
    schemas: Record<string, Schema>;
    responses?: Record<string, Answer>;
    headers?: Record<string, object>;
    examples?: Record<string, object>;
    [more: string]: unknown;
  };
  [more: string]: unknown;
}

export interface Place {
  path: string;
  method: string;
  operation: Operation;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

export const operationsOf = ({ paths }: Document): Place[] =>
  Object.entries(paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => (item[method] ? [{ path, method, operation: item[method] }] : [])),
  );

const SCHEMAS = '#/components/schemas/';

/** The name in `#/components/schemas/<name>`. */
export const schemaName = (ref: string): string => ref.slice(SCHEMAS.length);

/** Every schema that `part` of a document leads to, directly or by way of others. */
export function schemasIn(part: unknown, schemas: Record<string, Schema>, found = new Set<string>()): Set<string> {
  for (const [key, value] of Object.entries((typeof part === 'object' && part) || {})) {
    if (key !== '$ref') {
      schemasIn(value, schemas, found);
    } else if (typeof value === 'string' && value.startsWith(SCHEMAS) && !found.has(schemaName(value))) {
      found.add(schemaName(value));
      schemasIn(schemas[schemaName(value)], schemas, found);
    }
  }
  return found;
}

/** A copy of `part` whose references have the new names. */
export function withSchemasRenamed<T>(part: T, renamed: ReadonlyMap<string, string>): T {
  return JSON.parse(JSON.stringify(part), (key, value: unknown) => {
    const name = key === '$ref' && typeof value === 'string' && value.startsWith(SCHEMAS) && schemaName(value);
    return name && renamed.has(name) ? SCHEMAS + renamed.get(name) : value;
  }) as T;
}
