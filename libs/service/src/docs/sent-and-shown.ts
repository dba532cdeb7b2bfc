import { type Document, operationsOf, type Schema, schemasIn, withSchemasRenamed } from './document.ts';

/**
 * One class says what is sent and what is shown. They differ: what is shown has its `@ReadOnly` fields always; sent,
 * they may be there with any value, and are ignored. So a schema used for both, with such fields, becomes two: `Customer` is
 * shown and `CustomerInput` is sent. What is sent has no other fields.
 */
export function separateSentFromShown(document: Document): void {
  const { schemas } = document.components;
  const places = operationsOf(document);
  const bodies = places.flatMap(({ operation }) => operation.requestBody ?? []);
  const sent = schemasIn(bodies, schemas);
  const shown = schemasIn(
    places.map(({ operation }) => operation.responses),
    schemas,
  );
  const isBoth = (name: string) => shown.has(name) && hasReadOnly(schemas[name]!, schemas);
  const renamed = new Map([...sent].filter(isBoth).map((name) => [name, `${name}Input`]));

  const inputs = [...sent].map((name) => [
    renamed.get(name) ?? name,
    asSent(withSchemasRenamed(schemas[name]!, renamed)),
  ]);
  for (const name of shown) schemas[name] = asShown(schemas[name]!);
  Object.assign(schemas, Object.fromEntries(inputs));
  for (const body of bodies) body.content = withSchemasRenamed(body.content, renamed);
}

const hasReadOnly = (schema: Schema, schemas: Record<string, Schema>): boolean =>
  [schema, ...[...schemasIn(schema, schemas)].map((name) => schemas[name]!)].some(({ properties }) =>
    Object.values(properties ?? {}).some(({ readOnly }) => readOnly),
  );

const readOnlyOf = ({ properties = {} }: Schema): string[] =>
  Object.keys(properties).filter((name) => properties[name]!.readOnly);

const IGNORED: Schema = { description: 'May be sent back as it was read, and is ignored' };

function asSent(schema: Schema): Schema {
  if (schema.properties === undefined) return schema;
  const ignored = readOnlyOf(schema).map((name) => [name, IGNORED]);
  return {
    ...schema,
    properties: { ...schema.properties, ...Object.fromEntries(ignored) },
    additionalProperties: false,
  };
}

function asShown(schema: Schema): Schema {
  const always = readOnlyOf(schema);
  if (always.length === 0) return schema;
  const properties = Object.fromEntries(
    Object.entries(schema.properties!).map(([name, { readOnly: _, ...property }]) => [name, property]),
  );
  return { ...schema, properties, required: [...(schema.required ?? []), ...always] };
}
