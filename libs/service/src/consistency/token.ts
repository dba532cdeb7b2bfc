import { Refusal } from '../problems/refusal.ts';

/** "The thing `key` of `topic`, at least at `version`." */
export interface Seen {
  topic: string;
  key: string;
  version: number;
}

/** Enough for every line of a large order, few enough to check at each read. */
const MOST = 100;

/** Merges by maximum: of one thing only its highest version is kept. */
export function mergeSeen(seen: Iterable<Seen>): Seen[] {
  const highest = new Map<string, Seen>();
  for (const one of seen) {
    const id = `${one.topic}\0${one.key}`;
    if ((highest.get(id)?.version ?? -1) < one.version) highest.set(id, one);
  }
  return [...highest.values()];
}

/** The opaque Consistency-Token of what was seen: base64url of a JSON list of [topic, key, version]. */
export const encodeToken = (seen: Iterable<Seen>): string =>
  Buffer.from(JSON.stringify(mergeSeen(seen).map(({ topic, key, version }) => [topic, key, version]))).toString(
    'base64url',
  );

/** What a token stands for. Several tokens may be sent, separated by commas. Throws `invalid-header`. */
export function decodeToken(header: string): Seen[] {
  try {
    const seen = mergeSeen(header.split(',').flatMap((token) => decodeOne(token.trim())));
    if (seen.length <= MOST) return seen;
  } catch {
    // said below
  }
  throw new Refusal('invalid-header', `Consistency-Token: expected a token given out here, of at most ${MOST} things`);
}

function decodeOne(token: string): Seen[] {
  const list: unknown = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
  if (!Array.isArray(list) || !list.every(isEntry)) throw new TypeError('not a token');
  return list.map(([topic, key, version]) => ({ topic, key, version }));
}

const isEntry = (entry: unknown): entry is [string, string, number] =>
  Array.isArray(entry) &&
  entry.length === 3 &&
  typeof entry[0] === 'string' &&
  typeof entry[1] === 'string' &&
  entry[1].isWellFormed() &&
  !entry[1].includes('\0') &&
  Number.isSafeInteger(entry[2]) &&
  entry[2] >= 0;
