import type { Customer } from '@offset-zero/contracts';

/** Best to least; the shop's people give it. */
export const categories = ['A', 'B', 'C'] as const;

/** What a client decides about a customer. */
export type CustomerDetails = Pick<Customer, 'firstName' | 'lastName' | 'email' | 'category' | 'address'>;

/** A category is given by the shop's people: a shopper cannot choose it, he keeps his own and begins with the least. */
export const byShopper = (details: CustomerDetails, before?: Customer): CustomerDetails => ({
  ...details,
  category: before?.category ?? 'C',
});

/** A customer who is new at `now` (milliseconds), or comes back after a deletion that was version `buriedVersion`. */
export const register = (details: CustomerDetails, customerId: string, now: number, buriedVersion = 0): Customer => ({
  customerId,
  version: buriedVersion + 1,
  ...details,
  registeredAt: now,
  updatedAt: now,
});

/** The customer with other details, one version on; the very same customer when nothing differs. */
export function replace(customer: Customer, details: CustomerDetails, now: number): Customer {
  if (sameDetails(customer, details)) return customer;
  return { ...customer, ...details, version: customer.version + 1, updatedAt: now };
}

function sameDetails(a: CustomerDetails, b: CustomerDetails): boolean {
  const { firstName, lastName, email, category, address } = b;
  return (
    a.firstName === firstName &&
    a.lastName === lastName &&
    a.email === email &&
    a.category === category &&
    a.address.street === address.street &&
    a.address.postalCode === address.postalCode &&
    a.address.city === address.city &&
    a.address.country === address.country
  );
}
