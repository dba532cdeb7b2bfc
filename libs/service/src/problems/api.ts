import { ApiExtension } from '@nestjs/swagger';
import type { ProblemCode } from './table.ts';

/** Documents the problems that are an operation's own; `docs/` adds those that any operation of its kind may answer. */
export const Problems = (...codes: ProblemCode[]): MethodDecorator =>
  ApiExtension('x-problems', codes) as MethodDecorator;
