import { isRegistryAwaited } from '@offset-zero/contracts';
import { isRetryable, isTransient, PUBLISHES_WHILE_REPLAYING } from '@offset-zero/postgres';

/**
 * `at-once`: a deadlock or serialisation failure, the same transaction may succeed now.
 * `transient`: something is away; wait, for ever if need be, and skip nothing.
 * `permanent`: the message or the code is at fault.
 */
export type ErrorSort = 'at-once' | 'transient' | 'permanent';

const DEPTH = 5;

/** Sorts an error by itself or by what it wraps: `cause`, or TypeORM's `driverError`. */
export function sortError(error: unknown): ErrorSort {
  let inner: unknown = error;
  for (let depth = 0; depth < DEPTH && inner instanceof Error; depth++) {
    if (isRetryable(inner)) return 'at-once';
    if (isTransient(inner) || isRegistryAwaited(inner)) return 'transient';
    inner = inner.cause ?? (inner as { driverError?: unknown }).driverError;
  }
  return 'permanent';
}

/** The code under which a message is parked whose handler has thrown this. */
export function codeOf(error: unknown): string {
  let inner: unknown = error;
  for (let depth = 0; depth < DEPTH && inner instanceof Error; depth++) {
    if ((inner as { code?: unknown }).code === PUBLISHES_WHILE_REPLAYING) return 'publishes-while-replaying';
    inner = inner.cause ?? (inner as { driverError?: unknown }).driverError;
  }
  return 'handler-failed';
}

/** One line for a log or a table. Postgres takes neither NUL nor halves of characters. */
export function textOf(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.replaceAll('\0', '\\0').slice(0, 2_000).toWellFormed();
}
