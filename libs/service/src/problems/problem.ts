import type { HttpException } from '@nestjs/common';
import { isTransient } from '@offset-zero/postgres';
import { Refusal } from './refusal.ts';
import type { ProblemCode } from './table.ts';

/** The body of every refusal (RFC 9457). */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
  instance: string;
  code: ProblemCode;
  traceId: string;
  errors?: { pointer?: string; parameter?: string; code: string; message: string }[];
}

/** The problem a refusal is answered with; `instance` is the path that was asked. */
export function problemOf(refusal: Refusal, instance: string, traceId: string): Problem {
  const { code, title, status, details } = refusal;
  const { detail, errors, extra } = details;
  return { type: `/problems/${code}`, title, status, detail, instance, code, traceId, ...extra, errors };
}

const BY_STATUS: Record<number, ProblemCode> = {
  404: 'route-not-found',
  405: 'method-not-allowed',
  408: 'request-timeout',
  413: 'body-too-large',
  414: 'url-too-long',
  415: 'unsupported-media-type',
  431: 'headers-too-large',
};

/**
 * What any thrown thing means to the client: our refusals as they are, what Nest and Fastify say by its status, a
 * database that is away as 503, and all else is a mistake of ours: 500, without a word about its inside.
 */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const cause = (error as { cause?: unknown } | null)?.cause;
  if (cause instanceof Refusal) return cause;
  const status = statusOf(error);
  if (status >= 400 && status < 500) return new Refusal(BY_STATUS[status] ?? 'malformed-request');
  const name = (error as Error | null)?.name;
  if (name === 'SchemaIdUnknown') return notYet('service-starting');
  if (isTransient(error)) return notYet('database-unavailable');
  return new Refusal('internal-error');
}

const notYet = (code: ProblemCode): Refusal => new Refusal(code, { headers: { 'Retry-After': '1' } });

function statusOf(error: unknown): number {
  const thrown = error as Partial<HttpException> & { statusCode?: number };
  if (typeof thrown?.getStatus === 'function') return thrown.getStatus();
  return typeof thrown?.statusCode === 'number' ? thrown.statusCode : 500;
}
