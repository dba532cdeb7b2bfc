import { routes } from '../proxy/routes.ts';

type Json = Record<string, unknown>;

/** As much of an OpenAPI document as is looked at here. */
export interface OpenApi extends Json {
  info: { title: string; description?: string; version: string };
  paths: Record<string, Json>;
  components?: { schemas?: Record<string, unknown> };
}

const SCHEMAS = '#/components/schemas/';

/** A service's document as it is true at the gateway: its public paths, under `/api`. */
export const behindTheDoor = (document: OpenApi): OpenApi => ({
  ...document,
  paths: Object.fromEntries(
    Object.entries(document.paths).flatMap(([path, operations]) =>
      routes.has(path.split('/')[1]!) ? [[`/api${path}`, operations]] : [],
    ),
  ),
});

/**
 * One document of all: the gateway's `own` and those of the services. Schemas of one name and one content are one; of
 * one name and unlike content, the later is called `<service>.<name>`. Services that are `away` are named in the text.
 */
export function merge(own: OpenApi, documents: { name: string; document: OpenApi }[], away: string[]): OpenApi {
  const paths = { ...own.paths };
  const schemas = { ...own.components?.schemas };
  for (const { name, document } of documents) {
    const renamed = clashes(schemas, document.components?.schemas ?? {}, name);
    const here = withRefs(document, renamed);
    Object.assign(paths, here.paths);
    for (const [schema, content] of Object.entries(here.components?.schemas ?? {})) {
      schemas[renamed.get(schema) ?? schema] = content;
    }
  }
  const description = [own.info.description, ...away.map((name) => `${name} is away: its part is missing.`)].join(
    '\n\n',
  );
  return { ...own, info: { ...own.info, description }, paths, components: { ...own.components, schemas } };
}

function clashes(known: Json, theirs: Json, service: string): Map<string, string> {
  const clashing = Object.keys(theirs).filter(
    (name) => name in known && JSON.stringify(known[name]) !== JSON.stringify(theirs[name]),
  );
  return new Map(clashing.map((name) => [name, `${service}.${name}`]));
}

function withRefs<T>(value: T, renamed: Map<string, string>): T {
  if (renamed.size === 0) return value;
  return JSON.parse(JSON.stringify(value), (key, part: unknown) => {
    const name = key === '$ref' && typeof part === 'string' && part.startsWith(SCHEMAS) && part.slice(SCHEMAS.length);
    return name && renamed.has(name) ? `${SCHEMAS}${renamed.get(name)}` : part;
  }) as T;
}
