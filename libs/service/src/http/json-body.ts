import { isUtf8 } from 'node:buffer';
import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { Refusal } from '../problems/refusal.ts';

/** Bytes of a body; more is `body-too-large`. */
export const BODY_LIMIT = 100 * 1024;
const DEEPEST = 20;

/**
 * Reads JSON bodies, strictly: UTF-8 or nothing, no `__proto__`, no nesting that would exhaust a recursive reader.
 * An empty body is no body.
 */
export function readJsonBodies(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    const unread = unreadable(request.headers);
    if (unread) return done(new Refusal('unsupported-media-type', unread));
    if (body.length === 0) return done(null, undefined);
    if (!isUtf8(body)) return done(new Refusal('malformed-json', 'The body is not UTF-8'));
    parse(request, body.toString('utf8'), (error, value: unknown) => {
      if (error) done(new Refusal('malformed-json'));
      else if (isTooDeep(value))
        done(new Refusal('malformed-json', `The body is nested deeper than ${DEEPEST} levels`));
      else done(null, value);
    });
  });
}

/** What the headers say of a body that would be misread here. */
function unreadable({ 'content-encoding': encoding, 'content-type': type = '' }: IncomingHttpHeaders) {
  if (encoding !== undefined && encoding !== 'identity') return `Content-Encoding ${encoding} is not read here`;
  const charset = /;\s*charset="?([^";]*)/i.exec(type)?.[1];
  if (charset !== undefined && !/^utf-?8$/i.test(charset.trim())) return `The body must be UTF-8, not ${charset}`;
  return undefined;
}

function isTooDeep(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depth >= DEEPEST || Object.values(value).some((part) => isTooDeep(part, depth + 1));
}
