import pg from 'pg';

const INT8 = 20;

/** bigint columns arrive as numbers; one that a number cannot hold is an error, never a rounded value. */
export const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === INT8 && format !== 'binary' ? toSafeInteger : pg.types.getTypeParser(oid, format as 'text'),
};

function toSafeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} does not fit a number`);
  return value;
}

/** A network that has gone silent is noticed: by the system on an idle connection, by the query on one in use. */
const ALIVE: pg.ClientConfig = { connectionTimeoutMillis: 5_000, keepAlive: true, keepAliveInitialDelayMillis: 10_000 };
const QUERY_MS = 30_000;

/**
 * A pool on `url`. An idle connection that dies is reported to `onError` and replaced at the next use; one that dies in
 * use fails the next query. A query without an answer fails after 30 s: give what may last longer its own `timeoutMs`.
 */
export function createPool(
  url: string,
  options: pg.PoolConfig = {},
  onError: (error: Error) => void = () => {},
): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 5, ...ALIVE, query_timeout: QUERY_MS, types, ...options });
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', () => {})); // the pool listens to idle ones only
  return pool;
}

/** A connection of one's own, outside every pool: to hold locks on, or for statements that may last. */
export async function connect(url: string, options: pg.ClientConfig = {}): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, ...ALIVE, types, ...options });
  client.on('error', () => {}); // the next query tells
  await client.connect();
  return client;
}
