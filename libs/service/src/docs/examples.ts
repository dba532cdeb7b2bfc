import { type Answer, type Document, operationsOf, type Schema, schemaName } from './document.ts';

type Schemas = Record<string, Schema>;

/** Gives bodies and answers that have no example one, put together of those of their fields. */
export function giveExamples({ components: { schemas }, ...document }: Document): void {
  for (const { operation } of operationsOf({ ...document, components: { schemas } } as Document)) {
    const contents = [operation.requestBody, ...Object.values(operation.responses)] as (Answer | undefined)[];
    for (const media of contents.flatMap((each) => Object.values(each?.content ?? {}))) {
      if (media.schema === undefined || 'example' in media || 'examples' in media) continue;
      const example = exampleOf(media.schema, schemas);
      if (example !== undefined) media.example = example;
    }
  }
}

/** Undefined where there is nothing to take; such a field is left out. */
function exampleOf(schema: Schema, schemas: Schemas): unknown {
  if (schema.example !== undefined) return schema.example;
  if (schema.$ref !== undefined) return exampleOf(schemas[schemaName(schema.$ref)]!, schemas);
  const [first] = schema.anyOf ?? (schema.allOf as Schema[] | undefined) ?? [];
  if (first !== undefined) return exampleOf(first, schemas);
  if (schema.items !== undefined) return listOf(exampleOf(schema.items, schemas));
  if (schema.properties === undefined) return schema.enum?.[0];
  const fields = Object.entries(schema.properties).map(([name, field]) => [name, exampleOf(field, schemas)]);
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}

const listOf = (item: unknown): unknown[] => (item === undefined ? [] : [item]);
