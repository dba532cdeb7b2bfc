import { problemKinds } from '../problems/table.ts';
import type { Schema } from './document.ts';

/** How OpenAPI describes the body of every refusal. */
export const PROBLEM: Schema = {
  type: 'object',
  description: 'RFC 9457. `code` is stable; decide by it.',
  required: ['type', 'title', 'status', 'code', 'instance', 'traceId'],
  properties: {
    type: { type: 'string', format: 'uri-reference', example: '/problems/validation-failed' },
    title: { type: 'string', example: 'The request breaks a rule stated in the API documentation' },
    status: { type: 'integer', minimum: 400, maximum: 599, example: 400 },
    detail: { type: 'string', description: 'What there is to say of this very request' },
    instance: { type: 'string', description: 'The path that was asked', example: '/customers' },
    code: { type: 'string', enum: problemKinds.map(({ code }) => code), example: 'validation-failed' },
    traceId: { type: 'string', description: 'Leads to the log', example: '0af7651916cd43dd8448eb211c80319c' },
    currentVersion: { type: 'integer', description: 'Of `version-conflict`: the version as it is now' },
    service: { type: 'string', description: 'Of what the gateway answers: the service that it asked' },
    lag: { type: 'integer', description: 'Of `view-behind`: messages that are not applied yet' },
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
