import { problemKinds } from '../problems/table.ts';

/** How OpenAPI describes the body of every refusal. */
export const PROBLEM = {
  type: 'object',
  description: 'RFC 9457. `code` is stable; decide by it.',
  required: ['type', 'title', 'status', 'code', 'instance', 'traceId'],
  properties: {
    type: { type: 'string', example: '/problems/validation-failed' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string' },
    code: { type: 'string', enum: problemKinds.map(({ code }) => code) },
    traceId: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['code', 'message'],
        properties: {
          pointer: { type: 'string', description: 'JSON pointer into the body' },
          parameter: { type: 'string' },
          code: { type: 'string' },
          message: { type: 'string' },
        },
      },
    },
  },
};
