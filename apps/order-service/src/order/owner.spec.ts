import { describe, expect, it } from '@jest/globals';
import type { Principal, Role } from '@offset-zero/auth';
import { ordersOf } from './owner.ts';

const caller = (role: Role, customerId?: string): Principal => ({ subject: 'x', role, customerId, expiresAt: 0 });

describe('whose orders a caller deals with', () => {
  it.each(['clerk', 'operator'] as const)('a %s: of whom he names, or of everybody', (role) => {
    expect(ordersOf(caller(role, 'himself'), 'anna')).toBe('anna');
    expect(ordersOf(caller(role, 'himself'), undefined)).toBeUndefined();
  });

  it('a shopper: his own', () => {
    expect(ordersOf(caller('shopper', 'anna'), 'anna')).toBe('anna');
    expect(ordersOf(caller('shopper', 'anna'), undefined)).toBe('anna');
  });

  it.each([
    ['anna', 'ben'],
    ['anna', ''],
    [undefined, 'ben'],
    [undefined, undefined],
  ])('a shopper who is %s may not mean %j', (own, meant) =>
    expect(() => ordersOf(caller('shopper', own), meant)).toThrow(expect.objectContaining({ code: 'forbidden' })),
  );
});
