import { expect, it } from '@jest/globals';
import { claimsOf, machines, people } from './account.ts';

it('there are people and a machine for every role', () => {
  expect(machines).toEqual(['shopper', 'clerk', 'operator']);
  expect(new Set(people.map(({ role }) => role))).toEqual(new Set(machines));
});

it('a token says of whom it is no more than what services ask for', () => {
  const anna = { ...people[0]!, password: 'secret', customerId: '0193' };
  expect(claimsOf(anna)).toEqual({ roles: ['shopper'], customer_id: '0193', name: 'Anna Arnold' });
  expect(claimsOf({ role: 'clerk' })).toEqual({ roles: ['clerk'] });
});
