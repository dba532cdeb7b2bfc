import { describe, expect, it } from '@jest/globals';
import { auditLine, isAudited, isRepeatable } from './line.ts';

const anna = { subject: 'anna', role: 'shopper', client: 'shop-web', name: 'Anna Muster', expiresAt: 0 } as const;
const url = '/api/orders?name=Muster';
const call = { method: 'POST', url, address: '10.0.0.7', principal: anna, traceId: 'abc', status: 202 };

describe('the audit', () => {
  it.each([
    ['POST', 201, true],
    ['PUT', 412, true],
    ['DELETE', undefined, true],
    ['GET', 200, false],
    ['HEAD', 404, false],
    ['GET', 503, false],
    ['GET', 401, true],
    ['GET', 403, true],
    ['GET', 429, true],
    ['GET', undefined, false],
  ])('of a %s that was answered %p: %p', (method, status, expected) =>
    expect(isAudited({ method, status })).toBe(expected),
  );

  it('says who did what from where, and what came of it', () =>
    expect(auditLine({ ...call, idempotencyKey: 'k' })).toEqual({
      who: { subject: 'anna', role: 'shopper', client: 'shop-web' },
      from: '10.0.0.7',
      what: 'POST /api/orders',
      outcome: 'done',
      status: 202,
      idempotencyKey: 'k',
      traceId: 'abc',
    }));

  it('says that nobody knows who it was, and why he was refused', () =>
    expect(auditLine({ ...call, principal: undefined, status: 401, code: 'unauthenticated' })).toMatchObject({
      who: { subject: null },
      outcome: 'refused',
      code: 'unauthenticated',
    }));

  it.each([
    [503, 'failed'],
    [undefined, 'left'],
  ])('%p: %s', (status, outcome) => expect(auditLine({ ...call, status }).outcome).toBe(outcome));

  it('is short, whatever a client sends', () => {
    const line = auditLine({ ...call, url: `/api/${'x'.repeat(15_000)}`, idempotencyKey: 'k'.repeat(15_000) });
    expect(JSON.stringify(line).length).toBeLessThan(700);
  });

  it.each([
    [undefined, 401, true],
    [undefined, 400, true],
    [undefined, undefined, true],
    [anna, 429, true],
    [anna, 403, false],
    [anna, 202, false],
  ])('of %j with %p may leave repetitions out: %p', (principal, status, expected) =>
    expect(isRepeatable({ principal, status })).toBe(expected),
  );

  it('has no name of a person', () => expect(JSON.stringify(auditLine(call))).not.toContain('Muster'));
});
