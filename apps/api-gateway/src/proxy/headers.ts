import type { Headers } from '../upstreams/sink.ts';

/** They speak of one connection, not of the message (RFC 9110, section 7.6.1), and end at each hop. */
const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** Written by this hop alone, where there is something to say: what a client claims is not passed on. */
const OWN = new Set(['host', 'expect', 'traceparent', 'forwarded', 'x-real-ip', 'x-canary']);

/**
 * What some servers believe of a proxy: who calls, where he wanted to go, and by which method. Cookies are of this host,
 * whatever the port: those of an identity provider beside us are no service's business.
 */
const BELIEVED =
  /^(?:cookie|x-(?:forwarded|user|auth|remote|original|rewrite|http-method|method-override|client-cert)\b.*)$/;

export interface Caller {
  address: string;
  host: string | undefined;
}

/** The headers a service gets. `hasBody` is false for GET and HEAD, whose bodies mean nothing and are not read. */
export function requestHeaders(headers: Headers, caller: Caller, hasBody: boolean): Record<string, string | string[]> {
  const passed = endToEnd(headers, (name) => !isOwn(name) && (hasBody || !name.startsWith('content-')));
  passed['x-forwarded-for'] = caller.address;
  passed['x-forwarded-proto'] = 'http';
  if (caller.host !== undefined) passed['x-forwarded-host'] = caller.host;
  return passed;
}

/** The headers of a service's answer that the client gets. A service does not know that it lies under `/api` here. */
export function responseHeaders(headers: Headers): Record<string, string | string[]> {
  const passed = endToEnd(headers, () => true);
  if (typeof passed.location === 'string' && passed.location.startsWith('/'))
    passed.location = `/api${passed.location}`;
  return passed;
}

/** The same with this door's own, which count, but for how long an answer may be kept: that its service knows better. */
export function withOwn<Own extends object>(own: Own, headers: Headers): Own {
  const passed = responseHeaders(headers);
  const kept = passed['cache-control'];
  Object.assign(passed, own); // not spread: into an object that has keys already, that takes ten times as long
  if (kept !== undefined) passed['cache-control'] = kept;
  return passed as object as Own;
}

/** Names that were judged before: the same few come with every call. */
const judged = new Map<string, boolean>();
const MOST_JUDGED = 500;

function isOwn(name: string): boolean {
  const known = judged.get(name);
  if (known !== undefined) return known;
  const isOurs = OWN.has(name) || BELIEVED.test(name);
  if (judged.size < MOST_JUDGED) judged.set(name, isOurs);
  return isOurs;
}

function endToEnd(headers: Headers, keep: (name: string) => boolean): Record<string, string | string[]> {
  const named = namedBy(headers.connection);
  const passed: Record<string, string | string[]> = {};
  for (const name in headers) {
    const value = headers[name];
    if (value !== undefined && !HOP_BY_HOP.has(name) && !named?.has(name) && keep(name)) passed[name] = value;
  }
  return passed;
}

/** The headers that Connection makes its own; mostly it only says whether the connection stays. */
function namedBy(connection: string | string[] | undefined): Set<string> | undefined {
  if (connection === undefined || connection === 'keep-alive' || connection === 'close') return undefined;
  return new Set(
    [connection].flat().flatMap((line) =>
      line
        .toLowerCase()
        .trim()
        .split(/\s*,\s*/),
    ),
  );
}
