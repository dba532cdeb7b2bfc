import type { ProblemCode } from '../problems/table.ts';
import type { Place } from './document.ts';

/** What a service stands on decides what it may lack. */
export interface Standing {
  database: boolean;
  keepsViews: boolean;
}

const ALWAYS = ['malformed-request', 'validation-failed', 'invalid-header', 'request-timeout', 'url-too-long'] as const;
const CHECKED = ['unauthenticated', 'forbidden', 'identity-unavailable'] as const;
const READ = ['malformed-json', 'body-too-large', 'unsupported-media-type'] as const;
const KEYED = ['request-in-progress', 'idempotency-key-reused'] as const;

/** What any operation of its kind may be refused with, beside what its `@Problems` say. */
export function refusalsOf({ path, method, operation }: Place, standing: Standing): ProblemCode[] {
  const reads = method !== 'get';
  const own = (operation['x-problems'] ?? []) as ProblemCode[];
  return [
    ...ALWAYS,
    'headers-too-large',
    'internal-error',
    ...(operation['x-role'] === 'anyone' ? [] : CHECKED),
    ...(reads ? READ : []),
    ...(takesIdempotencyKey(path, method) ? KEYED : []),
    ...(path.includes('{') ? (['route-not-found'] as const) : []),
    ...(standing.database ? (['service-starting', 'database-unavailable'] as const) : []),
    ...(standing.keepsViews && !isForOperators(path) ? (['view-not-ready', 'view-behind'] as const) : []),
    ...own,
  ];
}

export const isForOperators = (path: string): boolean => path.startsWith('/ops/');

export const takesIdempotencyKey = (path: string, method: string): boolean =>
  method === 'post' && !isForOperators(path);
