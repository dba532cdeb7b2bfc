export type Headers = Record<string, string | string[] | undefined>;

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
const OWN = new Set([
  'host',
  'expect',
  'traceparent',
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
]);

export interface Caller {
  address: string;
  host: string | undefined;
}

/** The headers a service gets. `hasBody` is false for GET and HEAD, whose bodies mean nothing and are not read. */
export function requestHeaders(headers: Headers, caller: Caller, hasBody: boolean): Record<string, string | string[]> {
  const passed = endToEnd(headers, (name) => !OWN.has(name) && (hasBody || !name.startsWith('content-')));
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

function endToEnd(headers: Headers, keep: (name: string) => boolean): Record<string, string | string[]> {
  const named = new Set([headers.connection ?? []].flat().flatMap((line) => line.toLowerCase().split(/\s*,\s*/)));
  const passed: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && !HOP_BY_HOP.has(name) && !named.has(name.trim()) && keep(name)) passed[name] = value;
  }
  return passed;
}
