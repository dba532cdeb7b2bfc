import { type ErrorObject } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Answer, Document } from '@offset-zero/service/docs/document';
import type { Operation } from './operations.ts';

/** Says what is wrong with an answer, by the document; empty when nothing is. */
export type Judge = (operation: Operation, answer: Response, body: unknown) => string[];

/** A judge by `document`; to him an answer has no fields but those that are told of. */
export function judge(document: Document): Judge {
  const strict = closed(document);
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema(strict, 'shop');

  return (operation, answer, body) => {
    const status = String(answer.status);
    const told = operation.responses[status];
    if (told === undefined) return [`${status} is not told of`];
    const { content = {}, headers = {} } = '$ref' in told ? resolved(strict, told.$ref as string) : told;
    const type = answer.headers.get('content-type')?.split(';')[0] ?? '';
    const undocumented = OURS.filter((name) => answer.headers.has(name) && !(name in headers));
    const wrong = undocumented.map((name) => `the header ${name} is not told of`);
    if (Object.keys(content).length === 0) return [...wrong, ...(type === '' ? [] : [`has a body, ${type}`])];
    if (!(type in content)) return [...wrong, `${type || 'no body'} is not told of`];
    if (type === 'text/event-stream') return wrong;
    const schema = { $ref: `shop#${pointer(operation, status, told)}/content/${escaped(type)}/schema` };
    const valid = ajv.validate(schema, body);
    return valid ? wrong : [...wrong, ...ajv.errors!.map(said)];
  };
}

/** Headers that mean something to clients of this shop; others belong to HTTP. */
const OURS = ['ETag', 'Location', 'Consistency-Token', 'Idempotency-Replayed', 'Retry-After', 'WWW-Authenticate'];

const escaped = (name: string): string => encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'));

const pointer = ({ path, method }: Operation, status: string, told: object): string =>
  '$ref' in told
    ? (told.$ref as string).slice(1)
    : `/paths/${escaped(path)}/${method.toLowerCase()}/responses/${status}`;

const resolved = (document: Document, ref: string): Answer => document.components.responses![ref.split('/').at(-1)!]!;

const said = ({ instancePath, message, params }: ErrorObject): string =>
  `${instancePath || 'it'} ${message} ${JSON.stringify(params)}`;

/** Problems have members of their own, by their code. */
const OPEN = new Set(['Problem']);

function closed(document: Document): Document {
  const copy = structuredClone(document);
  for (const [name, schema] of Object.entries(copy.components.schemas)) {
    if (schema.properties !== undefined && !OPEN.has(name)) schema.additionalProperties ??= false;
  }
  return copy;
}
