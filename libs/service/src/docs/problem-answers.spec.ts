import { describe, expect, it } from '@jest/globals';
import type { Answer, Document, Operation } from './document.ts';
import { addProblems, problemsOf } from './problem-answers.ts';

const made = () => {
  const operation: Operation = { responses: { 200: { description: 'OK' } } };
  const document: Document = {
    openapi: '3.1.0',
    info: { title: '', version: '' },
    paths: { '/': { get: operation } },
    components: { schemas: {} },
  };
  return { document, operation };
};

describe('what an operation may be refused with', () => {
  it('is one answer for each status', () => {
    const { document, operation } = made();
    addProblems(document, operation, ['validation-failed', 'invalid-header', 'unauthenticated']);
    expect(Object.keys(operation.responses)).toEqual(['200', '400', '401']);
    expect(operation.responses[401]).toEqual({ $ref: '#/components/responses/Unauthenticated' });
    expect((operation.responses[400] as Answer).description).toContain('`invalid-header`');
  });

  it('can grow', () => {
    const { document, operation } = made();
    addProblems(document, operation, ['service-starting']);
    addProblems(document, operation, ['identity-unavailable', 'service-starting']);
    expect(problemsOf(operation).sort()).toEqual(['identity-unavailable', 'service-starting']);
  });

  it('says when to come again, and what token is wanted', () => {
    const { document, operation } = made();
    addProblems(document, operation, ['too-many-requests', 'unauthenticated', 'order-not-found']);
    const headersOf = (name: string) => Object.keys(document.components.responses![name]!.headers ?? {});
    expect(headersOf('TooManyRequests')).toEqual(['Retry-After']);
    expect(headersOf('Unauthenticated')).toEqual(['WWW-Authenticate']);
    expect(headersOf('OrderNotFound')).toEqual([]);
  });
});
