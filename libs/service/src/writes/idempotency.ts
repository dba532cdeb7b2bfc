import { createHash } from 'node:crypto';
import { type Sql, transaction } from '@offset-zero/postgres';
import type { FastifyRequest } from 'fastify';
import { type Context, currentContext } from '../context/request-context.ts';
import type { Database } from '../database/database.ts';
import { Refusal } from '../problems/refusal.ts';
import { canonicalJson } from './canonical-json.ts';

export interface Answering<T> {
  value: T;
  replayed: boolean;
}

interface Stored {
  bodyHash: Buffer;
  status: number;
  location: string | null;
  seen: Context['seen'];
  body: string;
}

export const idempotencySchema = `
create table if not exists idempotency (
  scope      bytea primary key,
  body_hash  bytea not null,
  status     integer not null,
  location   text,
  seen       jsonb not null,
  body       text not null,
  created_at timestamptz not null default now()
);
create index if not exists idempotency_created_at on idempotency (created_at);
`;

/** How long a repeated request gets its answer again. */
const KEPT = `interval '24 hours'`;

/** Forgets answers that nobody may ask for again. */
export const purgeIdempotency = (sql: Sql): Promise<unknown> =>
  sql.query(`delete from idempotency where created_at < now() - ${KEPT}`);

/**
 * Runs `plain` for a request without an Idempotency-Key. With one, runs `work` in a transaction that also stores the
 * answer, or gives the stored answer again: so the effect and the memory of it are there together or not at all.
 * Throws `request-in-progress` while the first request runs, and `idempotency-key-reused` for another body.
 */
export async function idempotently<T>(
  database: Database,
  plain: () => Promise<T>,
  work: (sql: Sql) => Promise<T>,
): Promise<Answering<T>> {
  const context = currentContext();
  const key = context?.http && idempotencyKey(context.http.request);
  if (context === undefined || key === undefined) return { value: await plain(), replayed: false };

  const { request } = context.http!;
  const scope = hash([context.principal?.subject ?? '', request.method, request.url.split('?')[0]!, key].join('\0'));
  const bodyHash = hash(canonicalJson(request.body));
  return transaction(database.pool, async (sql) => {
    await lock(sql, scope);
    const stored = await find(sql, scope);
    if (stored !== undefined) return { value: replay<T>(stored, bodyHash, context), replayed: true };
    const value = await work(sql);
    await store(sql, scope, bodyHash, value, context);
    return { value, replayed: false };
  });
}

function idempotencyKey({ method, headers }: FastifyRequest): string | undefined {
  const key = headers['idempotency-key'];
  if (method !== 'POST' || key === undefined) return undefined;
  if (typeof key === 'string' && /^[\x21-\x7e]{1,255}$/.test(key)) return key;
  throw new Refusal('invalid-header', 'Idempotency-Key: expected 1 to 255 visible ASCII characters');
}

const hash = (text: string): Buffer => createHash('sha256').update(text).digest();

async function lock(sql: Sql, scope: Buffer): Promise<void> {
  const [row] = await sql.query<{ mine: boolean }>({
    name: 'idempotency-lock',
    text: 'select pg_try_advisory_xact_lock($1::bigint) as mine',
    values: [scope.readBigInt64BE(0).toString()],
  });
  if (!row?.mine) throw new Refusal('request-in-progress', { headers: { 'Retry-After': '1' } });
}

async function find(sql: Sql, scope: Buffer): Promise<Stored | undefined> {
  const [row] = await sql.query<Stored>({
    name: 'idempotency-find',
    text: `select body_hash as "bodyHash", status, location, seen, body from idempotency
           where scope = $1 and created_at >= now() - ${KEPT}`,
    values: [scope],
  });
  return row;
}

function replay<T>(stored: Stored, bodyHash: Buffer, { http, seen }: Context): T {
  if (!stored.bodyHash.equals(bodyHash)) throw new Refusal('idempotency-key-reused');
  http!.reply.code(stored.status).header('Idempotency-Replayed', 'true');
  if (stored.location !== null) http!.reply.header('Location', stored.location);
  seen.push(...stored.seen);
  return JSON.parse(stored.body) as T;
}

async function store(sql: Sql, scope: Buffer, bodyHash: Buffer, value: unknown, { http, seen }: Context) {
  const location = http!.reply.getHeader('location');
  await sql.query({
    name: 'idempotency-store',
    text: `insert into idempotency (scope, body_hash, status, location, seen, body) values ($1, $2, $3, $4, $5, $6)
           on conflict (scope) do update set body_hash = excluded.body_hash, status = excluded.status,
             location = excluded.location, seen = excluded.seen, body = excluded.body, created_at = now()`,
    values: [scope, bodyHash, http!.reply.statusCode, location ?? null, JSON.stringify(seen), JSON.stringify(value)],
  });
}
