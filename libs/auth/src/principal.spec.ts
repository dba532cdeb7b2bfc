import { describe, expect, it } from '@jest/globals';
import { mayActFor, principalOf } from './principal.ts';
import { mayDo, roles } from './roles.ts';

const id = '0190b6f0-0000-7000-8000-000000000001';
const anna = { sub: 'anna', exp: 2, roles: ['shopper'], customer_id: id, client_id: 'shop-web', name: 'Anna Blume' };
const of = (claims: object, rolesClaim = 'roles') => principalOf({ ...anna, ...claims }, rolesClaim);

describe('a principal', () => {
  it('is what the claims say', () =>
    expect(of({})).toEqual({
      ...{ subject: 'anna', role: 'shopper', customerId: id, client: 'shop-web', name: 'Anna Blume' },
      expiresAt: 2_000,
    }));

  it('may be a machine, without a name and without a customer', () =>
    expect(of({ customer_id: undefined, client_id: undefined, name: undefined })).toEqual({
      ...{ subject: 'anna', role: 'shopper', expiresAt: 2_000 },
    }));

  it.each(['', 7, undefined, 'a\nb', 'a\0b', '\ud800', 'x'.repeat(256), ['anna']])('is not %j', (sub) =>
    expect(() => of({ sub })).toThrow('sub'),
  );

  it.each(['', 'x', null, 7, id.toUpperCase(), `${id} `, [id]])('is not the customer %j', (customer_id) =>
    expect(() => of({ customer_id })).toThrow('customer_id'),
  );

  it('can be changed by nobody who was handed it', () => expect(Object.isFrozen(of({}))).toBe(true));
});

describe('the role', () => {
  it.each([
    [['operator'], 'operator'],
    [['shopper', 'clerk'], 'clerk'],
    [['clerk', 'chef'], 'clerk'],
    ['clerk', 'clerk'],
  ])('of %j is %s', (names, role) => expect(of({ roles: names }).role).toBe(role));

  it.each([
    [[]],
    [undefined],
    [['chef']],
    [['Operator']],
    ['operator clerk'],
    [{ operator: true }],
    [[['clerk']]],
    [0],
  ])('of %j is none', (names) => expect(() => of({ roles: names })).toThrow('none of the roles'));

  it.each([
    ['https://shop.example/roles', { 'https://shop.example/roles': ['clerk'] }],
    ['realm_access.roles', { realm_access: { roles: ['clerk'] } }],
    ['resource_access.shop.roles', { resource_access: { shop: { roles: ['clerk'] } } }],
  ])('is found at %s', (claim, claims) => expect(of(claims, claim).role).toBe('clerk'));

  it.each(['realm_access.roles', 'sub.length', 'roles.length', '__proto__', 'constructor.name'])(
    'is not found at %s, where there is none',
    (claim) => expect(() => of({}, claim)).toThrow('none of the roles'),
  );

  it('may do what those before it may, and not what those after it may', () =>
    expect(roles.map((role) => roles.filter((needed) => mayDo(role, needed)))).toEqual([
      ['shopper'],
      ['shopper', 'clerk'],
      ['shopper', 'clerk', 'operator'],
    ]));
});

describe('acting for a customer', () => {
  it('is for a shopper himself', () => {
    expect(mayActFor(of({}), id)).toBe(true);
    expect(mayActFor(of({}), id.replace('1', '2'))).toBe(false);
    expect(mayActFor(of({ customer_id: undefined }), id)).toBe(false);
    expect(mayActFor(of({ customer_id: undefined }), undefined as never)).toBe(false);
  });

  it.each(['clerk', 'operator'])('is everybody for a %s', (role) =>
    expect(mayActFor(of({ roles: [role] }), 'anybody')).toBe(true),
  );
});
