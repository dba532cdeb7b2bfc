import { routes, type Upstream } from './routes.ts';

export interface Target {
  upstream: Upstream;
  /** Path and query as the client wrote them, without `/api`: nothing is decoded and encoded again. */
  path: string;
}

const PREFIX = '/api/';
const SEGMENT = /^(?:[A-Za-z0-9\-._~!$&'()*+,;=:@]|%[0-9A-Fa-f]{2})*$/;
const DOT_SEGMENT = /^(?:\.|%2e){1,2}$/i;
const ENCODED_SLASH = /%(?:2f|5c)/i;

/**
 * Where a request goes. `undefined`: nothing lies there. `'malformed'`: the path could be read as another one by the
 * next hop (empty, dot or half-encoded segments, encoded slashes), so it goes nowhere.
 */
export function targetOf(url: string): Target | 'malformed' | undefined {
  const [path = ''] = url.split('?', 1);
  if (!path.startsWith(PREFIX)) return undefined;
  const segments = path.slice(PREFIX.length).split('/');
  if (!segments.every((segment, index) => isPlain(segment, index === segments.length - 1))) return 'malformed';
  const upstream = routes.get(segments[0]!);
  return upstream && { upstream, path: url.slice(PREFIX.length - 1) };
}

const isPlain = (segment: string, isLast: boolean): boolean =>
  (segment !== '' || isLast) && SEGMENT.test(segment) && !DOT_SEGMENT.test(segment) && !ENCODED_SLASH.test(segment);
