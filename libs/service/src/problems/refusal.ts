import { type ProblemCode, problemKind } from './table.ts';

/** One thing that is wrong with a request: where (a JSON pointer into the body, or a parameter's name), and what. */
export interface InvalidPart {
  pointer?: string;
  parameter?: string;
  code: string;
  message: string;
}

interface Details {
  detail?: string;
  errors?: InvalidPart[];
  /** Headers of the answer, e.g. Retry-After. */
  headers?: Record<string, string>;
  /** Further members of the problem, e.g. the current version. */
  extra?: Record<string, unknown>;
}

/** "No", with a code out of the table. Thrown anywhere, answered as application/problem+json in one place. */
export class Refusal extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  readonly title: string;
  readonly details: Details;

  constructor(code: ProblemCode, details: Details | string = {}) {
    const said = typeof details === 'string' ? { detail: details } : details;
    const { status, title } = problemKind(code);
    super(said.detail ?? title);
    this.name = 'Refusal';
    this.code = code;
    this.status = status;
    this.title = title;
    this.details = said;
  }
}
