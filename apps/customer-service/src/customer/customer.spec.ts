import { describe, expect, it } from '@jest/globals';
import { byShopper, type CustomerDetails, register, replace } from './customer.ts';

const peter: CustomerDetails = {
  firstName: 'Peter',
  lastName: 'Muster',
  email: 'peter@example.ch',
  category: 'B',
  address: { street: 'Münstergasse 5', postalCode: '3011', city: 'Bern', country: 'CH' },
};
const moved = {
  ...peter,
  address: { ...peter.address, street: 'Chaumonweg 108', postalCode: '3095', city: 'Spiegel' },
};

describe('a customer', () => {
  const customer = register(peter, 'c-1', 1_000);

  it('begins at version 1', () =>
    expect(customer).toEqual({ customerId: 'c-1', version: 1, ...peter, registeredAt: 1_000, updatedAt: 1_000 }));

  it('who comes back goes on after the version of his deletion', () =>
    expect(register(peter, 'c-1', 1_000, 7).version).toBe(8));

  it('does not choose his category', () => {
    expect(byShopper({ ...peter, category: 'A' }).category).toBe('C');
    expect(byShopper({ ...peter, category: 'A' }, customer).category).toBe('B');
  });

  it('takes a version when anything about it changes', () =>
    expect(replace(customer, moved, 2_000)).toEqual({ ...customer, ...moved, version: 2, updatedAt: 2_000 }));

  it('stays itself when nothing changes', () => expect(replace(customer, { ...peter }, 2_000)).toBe(customer));

  it.each([
    ['firstName', 'Petra'],
    ['lastName', 'Meier'],
    ['email', 'p@example.ch'],
    ['category', 'A'],
    ['address', { ...peter.address, street: 'Kramgasse 1' }],
    ['address', { ...peter.address, postalCode: '8001' }],
    ['address', { ...peter.address, city: 'Zürich' }],
    ['address', { ...peter.address, country: 'LI' }],
  ])('notices a change of %s to %j', (field, value) =>
    expect(replace(customer, { ...peter, [field]: value }, 2_000).version).toBe(2),
  );
});
