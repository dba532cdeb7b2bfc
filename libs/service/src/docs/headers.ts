import { type Answer, type Document, operationsOf, type Parameter, type Schema } from './document.ts';
import { isForOperators, takesIdempotencyKey } from './refusals.ts';

const header = (name: string, description: string, schema: Schema, example: string): Parameter => ({
  in: 'header',
  name,
  required: false,
  description,
  schema: { type: 'string', ...schema },
  example,
});

const CONSISTENCY = header(
  'Consistency-Token',
  'As a write answered it: the answer is not older than that write. Several are joined by commas.',
  { pattern: '^[A-Za-z0-9_-]+( *, *[A-Za-z0-9_-]+)*$' },
  'W10',
);
const IDEMPOTENCY = header(
  'Idempotency-Key',
  'A repeated request gets the same answer again, for 24 hours.',
  { pattern: '^[!-~]{1,255}$' },
  '2f1c7a52-8c39-4e0a-9d0e-3b6f1f0c6a11',
);
const IF_NONE_MATCH = header('If-None-Match', 'The ETag that was read: 304 while it is still that one.', {}, '"7"');

const text = (description: string, example: string) => ({ description, schema: { type: 'string' }, example });

/** Headers of answers, by name. */
const ANSWERED = {
  ETag: text('The version, as If-Match and If-None-Match take it', '"7"'),
  Location: text('Where the new thing is', '/api/orders/01932f0e-5f4a-7c3e-9b1d-2a6c4e8f0b17'),
  'Consistency-Token': text('What was written: send it along with a read that must not be older', 'W10'),
  'Idempotency-Replayed': text('`true`: this is the first answer again', 'true'),
  'Retry-After': { description: 'Seconds', schema: { type: 'integer', minimum: 0 }, example: 1 },
  'WWW-Authenticate': text('RFC 6750', 'Bearer realm="offset-zero", error="invalid_token"'),
};

const named = (name: keyof typeof ANSWERED) => ({ [name]: { $ref: `#/components/headers/${name}` } });

/** For an operation that makes a thing with an address of its own: `@ApiCreatedResponse({ type, headers: LOCATION })`. */
export const LOCATION = named('Location');

/** Describes the headers that go in and out with every operation of its kind. */
export function documentHeaders(document: Document): void {
  document.components.headers = ANSWERED;
  for (const { path, method, operation } of operationsOf(document)) {
    const isWrite = method !== 'get' && !isForOperators(path);
    const isVersioned = operation['x-versioned'] === true;
    delete operation['x-versioned'];
    const taken = [
      ...(isForOperators(path) ? [] : [CONSISTENCY]),
      ...(takesIdempotencyKey(path, method) ? [IDEMPOTENCY] : []),
      ...(isVersioned && method === 'get' ? [IF_NONE_MATCH] : []),
    ];
    const told = new Set(['authorization', ...taken.map(({ name }) => name.toLowerCase())]);
    const others = (operation.parameters ?? []).filter(({ name }) => !told.has(name.toLowerCase()));
    operation.parameters = [...others, ...taken];
    const given = {
      ...(isVersioned ? named('ETag') : {}),
      ...(isWrite ? named('Consistency-Token') : {}),
      ...(takesIdempotencyKey(path, method) ? named('Idempotency-Replayed') : {}),
    };
    const answers = Object.entries(operation.responses).filter(([status]) => status.startsWith('2'));
    for (const [, answer] of answers as [string, Answer][]) {
      if (Object.keys(given).length > 0) answer.headers = { ...answer.headers, ...given };
    }
    if (isVersioned && method === 'get') {
      operation.responses[304] = { description: 'It still is the version of If-None-Match', headers: named('ETag') };
    }
  }
}
