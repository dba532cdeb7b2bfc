/** One broken rule of a request: where (JSON pointer into the body, or a parameter's name) and which. */
export interface FieldError {
  pointer?: string;
  parameter?: string;
  code: string;
  message: string;
}

/** RFC 9457, as every service answers it. `status` 0: there was no answer. */
export interface Problem {
  code: string;
  status: number;
  title: string;
  detail?: string;
  traceId?: string;
  errors?: FieldError[];
  /** Seconds. */
  retryAfter?: number;
}

/** What every call of the API throws when it does not get what it asked for. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem, cause?: unknown) {
    super(`${problem.code}: ${problem.detail ?? problem.title}`, { cause });
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

/** The problem in an answer, whoever made it: a proxy in between may answer something else than a problem. */
export function problemIn(status: number, body: unknown, retryAfter: string | null): Problem {
  const told = (typeof body === 'object' && body !== null ? body : {}) as Partial<Problem>;
  const seconds = Number(retryAfter ?? Number.NaN);
  return {
    code: typeof told.code === 'string' ? told.code : 'unreadable-answer',
    status,
    title: typeof told.title === 'string' ? told.title : `HTTP ${status}`,
    ...(typeof told.detail === 'string' && { detail: told.detail }),
    ...(typeof told.traceId === 'string' && { traceId: told.traceId }),
    ...(Array.isArray(told.errors) && { errors: told.errors }),
    ...(Number.isFinite(seconds) && { retryAfter: seconds }),
  };
}

/** Nobody answered. */
export const unreachable = (cause: unknown): ProblemError =>
  new ProblemError({ code: 'unreachable', status: 0, title: 'No connection' }, cause);

/** Anything that was thrown, as a problem. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  return { code: 'unexpected', status: 0, title: error instanceof Error ? error.message : String(error) };
}

export const hasCode = (error: unknown, ...codes: string[]): boolean =>
  error instanceof ProblemError && codes.includes(error.problem.code);

/** Worth asking again by itself: nobody answered, or somebody who says "not now". */
export const mayPass = (error: unknown): boolean => {
  const { status, code } = problemOf(error);
  return code === 'unreachable' || status === 429 || status >= 502;
};

/** Of each field of a form (`/address/city` -> `address.city`) the code of the rule that it breaks. */
export function fieldErrors(error: unknown): Record<string, string> {
  const errors = problemOf(error).errors ?? [];
  return Object.fromEntries(
    errors.map(({ pointer, parameter, code }) => [
      (pointer ?? parameter ?? '').replace(/^\//, '').replaceAll('/', '.'),
      code,
    ]),
  );
}
