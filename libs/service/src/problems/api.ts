import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { type ProblemCode, problemKind } from './table.ts';

/** Documents the problems an operation may answer, grouped by status. */
export function Problems(...codes: ProblemCode[]): MethodDecorator {
  const byStatus = Map.groupBy(codes.map(problemKind), ({ status }) => status);
  return applyDecorators(
    ...[...byStatus].map(([status, kinds]) =>
      ApiResponse({
        status,
        description: kinds.map(({ code, title }) => `\`${code}\`: ${title}`).join('\n\n'),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      }),
    ),
  );
}
