/**
 * SQLSTATE classes that mean "not now": connection, rollback, resources, operator, system; and a lock not given, a server
 * that is a standby (for now), a session ended for its idleness in a transaction or for the length of it.
 */
const TRANSIENT = /^((08|40|53|57|58)[0-9A-Z]{3}|55P03|25006|25P03|25P04)$/;
const RETRY_AT_ONCE = /^(40001|40P01)$/;
const NETWORK =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|E(HOST|NET)(UNREACH|DOWN)|ECONNABORTED)$/;
/** pg gives these no code; a connection that does not come about in time has other words for a client than for a pool. */
const LOST_CONNECTION =
  /Connection terminated|timeout expired|timeout exceeded when trying to connect|Query read timeout|not queryable/;
const CONNECTION = /^(08|57P)/;

const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? '');

const isCutOff = (error: unknown): boolean =>
  NETWORK.test(codeOf(error)) || LOST_CONNECTION.test(String((error as Error | null)?.message));

/** True when the same statement may succeed later without anybody changing it. */
export const isTransient = (error: unknown): boolean => TRANSIENT.test(codeOf(error)) || isCutOff(error);

/** True when a connection that met this error is not to be used again, not even to roll back. */
export const isConnectionLost = (error: unknown): boolean => CONNECTION.test(codeOf(error)) || isCutOff(error);

/** True for a deadlock or a serialisation failure: nobody waits, the transaction just runs again. */
export const isRetryable = (error: unknown): boolean => RETRY_AT_ONCE.test(codeOf(error));
