export interface ApiPath {
  /** Path and query as the client wrote them, without `/api`: nothing is decoded and encoded again. */
  path: string;
  /** Of the path alone, still encoded; without the empty one that a slash at the end makes. */
  segments: readonly string[];
}

const PREFIX = '/api/';
const SEGMENT = /^(?:[A-Za-z0-9\-._~!$&'()*+,;=:@]|%[0-9A-Fa-f]{2})+$/;
const DOT_SEGMENT = /^(?:\.|%2e){1,2}$/i;
const ENCODED_SLASH = /%(?:2f|5c)/i;

/**
 * Whether a request is about the API: by its route, since the router decodes what is encoded (`/%61pi/orders`) and takes off
 * a host (`GET http://host/api/orders`), and by its address as it was written where no route is found.
 */
export const isApi = (route: string | undefined, url: string): boolean => (route ?? url).startsWith(PREFIX);

/**
 * An address below `/api/`. `undefined`: it is not there. `'malformed'`: the path could be read as another one by the next
 * hop (empty, dot or half-encoded segments, encoded slashes, bytes that are no text), so it goes nowhere.
 */
export function readPath(url: string): ApiPath | 'malformed' | undefined {
  if (!url.startsWith(PREFIX)) return undefined;
  const end = url.indexOf('?');
  const segments = url.slice(PREFIX.length, end < 0 ? undefined : end).split('/');
  if (segments.at(-1) === '') segments.pop();
  return segments.every(isPlain) ? { path: url.slice(PREFIX.length - 1), segments } : 'malformed';
}

const isPlain = (segment: string): boolean =>
  SEGMENT.test(segment) && !DOT_SEGMENT.test(segment) && !ENCODED_SLASH.test(segment) && isText(segment);

/** Whether what is encoded are characters: Fastify's router refuses other bytes before any hook. */
function isText(segment: string): boolean {
  if (!segment.includes('%')) return true;
  try {
    return decodeURIComponent(segment) !== '';
  } catch {
    return false;
  }
}
