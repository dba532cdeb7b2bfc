import { type Document, withSchemasRenamed } from '@offset-zero/service/docs/document';

/**
 * One document of all: the gateway's `own` and those of the services. Schemas of one name and one content are one; of
 * one name and unlike content, the later is called `<service>.<name>`. Services that are `away` are named in the text.
 */
export function merge(own: Document, documents: { name: string; document: Document }[], away: string[]): Document {
  const all: Document = structuredClone(own);
  for (const { name, document } of documents) {
    const known = all.components;
    const renamed = clashes(known.schemas, document.components.schemas, name);
    const { paths, components } = withSchemasRenamed(document, renamed);
    const schemas = Object.entries(components.schemas).map(([schema, content]) => [
      renamed.get(schema) ?? schema,
      content,
    ]);
    Object.assign(known.schemas, Object.fromEntries(schemas));
    for (const kind of ['responses', 'headers', 'examples'] as const)
      known[kind] = { ...known[kind], ...components[kind] } as never;
    addPaths(all, paths);
  }
  const missing = away.map((name) => `${name} is away: its part is missing.`);
  all.info.title = 'Offset Zero';
  all.info.description = [own.info.description, ...missing].join('\n\n');
  return all;
}

function clashes(known: object, theirs: object, service: string): Map<string, string> {
  const before = new Map(Object.entries(known));
  const clashing = Object.entries(theirs).filter(
    ([name, content]) => before.has(name) && JSON.stringify(before.get(name)) !== JSON.stringify(content),
  );
  return new Map(clashing.map(([name]) => [name, `${service}.${name}`]));
}

/** What several services have, as that for operators, is there once, with all of them to choose from. */
function addPaths(all: Document, paths: Document['paths']): void {
  for (const [path, item] of Object.entries(paths)) {
    const known = all.paths[path];
    if (known === undefined) all.paths[path] = item;
    else offerMore(known, item);
  }
}

function offerMore(known: Document['paths'][string], more: Document['paths'][string]): void {
  for (const [method, operation] of Object.entries(known)) {
    const choice = operation.parameters?.find(({ name }) => name === 'service')?.schema;
    const others = more[method]?.parameters?.find(({ name }) => name === 'service')?.schema;
    if (choice && others) choice.enum = [...(choice.enum ?? []), ...(others.enum ?? [])];
  }
}
