import type { Customer, CustomerInput } from '../../api/bodies.ts';

/** A customer as a form has him: every field is a text, addressed as problem+json addresses it. */
export interface Details {
  firstName: string;
  lastName: string;
  email: string;
  category: Customer['category'];
  address: { street: string; postalCode: string; city: string; country: string };
}

export const noDetails: Details = {
  ...{ firstName: '', lastName: '', email: '', category: 'C' },
  address: { street: '', postalCode: '', city: '', country: 'CH' },
};

export const detailsOf = ({ firstName, lastName, email, category, address }: Customer): Details => ({
  ...{ firstName, lastName, email, category },
  address: { street: address.street, postalCode: address.postalCode, city: address.city, country: address.country },
});

export const inputOf = ({ address, ...person }: Details): CustomerInput => ({ ...person, address: { ...address } });

/** The fields of the form in their order. */
export const fields = [
  'firstName',
  'lastName',
  'email',
  'address.street',
  'address.postalCode',
  'address.city',
  'address.country',
] as const;
export type Field = (typeof fields)[number];

export const valueOf = (details: Details, field: Field): string =>
  field.split('.').reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], details) as string;

export function withValue(details: Details, field: Field, value: string): Details {
  const [name, inner] = field.split('.') as [keyof Details, string?];
  return inner === undefined
    ? { ...details, [name]: value }
    : { ...details, address: { ...details.address, [inner]: value } };
}

export interface Difference {
  field: Field;
  before: string;
  theirs: string;
  after: string;
}

/** The fields that somebody else changed since I read them, and those that I did: `after` is what I would save. */
export const differences = (read: Details, theirs: Details, after: Details): Difference[] =>
  fields
    .map((field) => ({
      ...{ field, before: valueOf(read, field) },
      ...{ theirs: valueOf(theirs, field), after: valueOf(after, field) },
    }))
    .filter((each) => each.before !== each.theirs || each.theirs !== each.after);

/** Mine where I changed something since `read`, theirs everywhere else. */
export const merged = (read: Details, theirs: Details, mine: Details): Details =>
  fields.reduce(
    (sum, field) => (valueOf(mine, field) === valueOf(read, field) ? sum : withValue(sum, field, valueOf(mine, field))),
    theirs,
  );
