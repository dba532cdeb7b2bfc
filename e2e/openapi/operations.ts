import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Document,
  type Operation as Described,
  operationsOf,
  type Parameter,
} from '@offset-zero/service/docs/document';

export const document = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../docs/openapi.json'), 'utf8'),
) as Document;

export interface Operation extends Described {
  id: string;
  /** As in `GET`. */
  method: string;
  path: string;
  role: 'anyone' | 'shopper' | 'clerk' | 'operator';
}

export const operationsIn = (described: Document): Operation[] =>
  operationsOf(described).map(({ path, method, operation }) => ({
    ...operation,
    ...{
      id: operation.operationId!,
      method: method.toUpperCase(),
      path,
      role: operation['x-role'] as Operation['role'],
    },
  }));

/** Everything that docs/openapi.json tells of. */
export const operations = operationsIn(document);

/** Values by the name of a parameter or of a field, instead of those of the examples. */
export type Known = Record<string, unknown>;

export interface Request {
  method: string;
  /** With its query. */
  path: string;
  headers: Record<string, string>;
  body?: unknown;
}

/** The request that the examples of an operation make. */
export function exampleOf({ method, path, parameters = [], requestBody }: Operation, known: Known = {}): Request {
  const valueOf = ({ name, example, schema }: Parameter) => known[name] ?? example ?? schema.example;
  const given = (place: string) =>
    parameters
      .filter((each) => each.in === place && (each.required || valueOf(each) !== undefined))
      .map((each) => [each.name, String(valueOf(each))] as [string, string]);
  const inPath = given('path').reduce(
    (text, [name, value]) => text.replace(`{${name}}`, encodeURIComponent(value)),
    path,
  );
  const query = new URLSearchParams(given('query')).toString();
  const body = requestBody?.content['application/json']?.example;
  return {
    method,
    path: query === '' ? inPath : `${inPath}?${query}`,
    headers: Object.fromEntries(given('header')),
    body: body === undefined ? undefined : withKnown(body, known),
  };
}

const withKnown = (value: unknown, known: Known): unknown =>
  JSON.parse(JSON.stringify(value), (name, part: unknown) => (name in known ? known[name] : part));
