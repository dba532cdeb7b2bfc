import { expect, it } from '@jest/globals';
import type { Document, Schema } from './document.ts';
import { giveExamples } from './examples.ts';

it('a body without an example gets one, put together of those of its fields', () => {
  const name = { type: 'string', example: 'knife' };
  const schemas: Record<string, Schema> = {
    Line: { type: 'object', properties: { name, quantity: { type: 'integer', example: 2 }, note: { type: 'string' } } },
    Order: {
      type: 'object',
      properties: {
        lines: { type: 'array', items: { $ref: '#/components/schemas/Line' } },
        status: { enum: ['PLACED', 'CONFIRMED'] },
        total: { anyOf: [{ $ref: '#/components/schemas/Line' }, { type: 'null' }] },
      },
    },
  };
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/Order' } } };
  const post = { requestBody: { content }, responses: {} };
  const document: Document = {
    openapi: '3.1.0',
    info: { title: '', version: '' },
    paths: { '/': { post } },
    components: { schemas },
  };
  giveExamples(document);
  const line = { name: 'knife', quantity: 2 };
  expect(content['application/json']).toHaveProperty('example', { lines: [line], status: 'PLACED', total: line });
});
