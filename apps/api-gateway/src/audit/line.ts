import type { Principal } from '@offset-zero/service';

/** What is known of a call when it has ended. */
export interface Call {
  method: string;
  /** As it was asked for; of its query, which may be personal, nothing is told. */
  url: string;
  address: string;
  principal?: Principal;
  traceId?: string;
  idempotencyKey?: string | string[];
  /** Undefined when the client left before it was answered. */
  status?: number;
  /** Of the problem, where this door refused it. */
  code?: string;
}

/** Who did what, and what came of it. */
export interface AuditLine {
  who: { subject: string; role: string; client?: string } | { subject: null };
  from: string;
  what: string;
  outcome: 'done' | 'refused' | 'failed' | 'left';
  status?: number;
  code?: string;
  idempotencyKey?: string;
  traceId?: string;
}

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);
const DENIED = new Set([401, 403, 429]);

/** Whether a call is kept account of: every write, and every call that was denied. */
export const isAudited = ({ method, status }: Pick<Call, 'method' | 'status'>): boolean =>
  !READS.has(method) || (status !== undefined && DENIED.has(status));

/** Whether it costs its caller nothing to be refused so again and again. */
export const isRepeatable = ({ principal, status }: Pick<Call, 'principal' | 'status'>): boolean =>
  principal === undefined || status === 429;

/** A line is for reading; the trace has the rest. */
const LONGEST_PATH = 200;
const LONGEST_KEY = 255;

/** The line of a call in the audit. */
export function auditLine({ method, url, address, principal, status, ...rest }: Call): AuditLine {
  const { code, idempotencyKey, traceId } = rest;
  return {
    who: principal
      ? { subject: principal.subject, role: principal.role, ...(principal.client && { client: principal.client }) }
      : { subject: null },
    from: address,
    what: `${method} ${url.split('?', 1)[0]!.slice(0, LONGEST_PATH)}`,
    outcome: outcomeOf(status),
    ...(status !== undefined && { status }),
    ...(code !== undefined && { code }),
    ...(idempotencyKey !== undefined && { idempotencyKey: String(idempotencyKey).slice(0, LONGEST_KEY) }),
    ...(traceId !== undefined && { traceId }),
  };
}

function outcomeOf(status: number | undefined): AuditLine['outcome'] {
  if (status === undefined) return 'left';
  return status < 400 ? 'done' : status < 500 ? 'refused' : 'failed';
}
