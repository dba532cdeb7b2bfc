import type { components } from '../api/generated/openapi.d.ts';
import type { Faults, Fields, Rules } from '../editing/fields.ts';

export type Customer = components['schemas']['Customer'];
export type CustomerInput = components['schemas']['CustomerInput'];

export const CATEGORIES = ['A', 'B', 'C'] as const;

const LENGTHS = {
  firstName: 100,
  lastName: 100,
  email: 254,
  category: 1,
  'address.street': 200,
  'address.postalCode': 20,
  'address.city': 100,
  'address.country': 2,
} as const;

export type CustomerField = keyof typeof LENGTHS;

/** A category is what the shop's people give: what a shopper says of his own is not listened to. */
export const newCustomer: Fields = {
  ...{ firstName: '', lastName: '', email: '', category: 'C' },
  ...{ 'address.street': '', 'address.postalCode': '', 'address.city': '', 'address.country': 'CH' },
};

export const fieldsOf = ({ firstName, lastName, email, category, address }: Customer): Fields => ({
  ...{ firstName, lastName, email, category },
  ...Object.fromEntries(Object.entries(address).map(([name, value]) => [`address.${name}`, value])),
});

export const inputOf = (fields: Fields): CustomerInput => ({
  firstName: text(fields, 'firstName'),
  lastName: text(fields, 'lastName'),
  email: text(fields, 'email'),
  category: text(fields, 'category') as CustomerInput['category'],
  address: {
    street: text(fields, 'address.street'),
    postalCode: text(fields, 'address.postalCode'),
    city: text(fields, 'address.city'),
    country: text(fields, 'address.country').toUpperCase(),
  },
});

const text = (fields: Fields, field: CustomerField): string => (fields[field] ?? '').trim();

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

function faultsIn(fields: Fields): Faults<CustomerField> {
  const names = Object.keys(LENGTHS) as CustomerField[];
  const missing = names.filter((field) => text(fields, field) === '');
  const isWrong = (field: CustomerField, pattern: RegExp) =>
    !missing.includes(field) && !pattern.test(text(fields, field));
  return {
    ...Object.fromEntries(missing.map((field) => [field, 'missing' as const])),
    ...(isWrong('email', EMAIL) && { email: 'notAnEmail' as const }),
    ...(isWrong('address.country', /^[A-Za-z]{2}$/) && { 'address.country': 'notACountry' as const }),
  };
}

export const customerRules: Rules<CustomerField> = { lengths: LENGTHS, faultsIn };
