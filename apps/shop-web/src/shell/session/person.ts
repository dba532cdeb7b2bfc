import { mayDo, type Role, roleIn } from '@offset-zero/auth/roles';

export type { Role };

/** Who is signed in, as the identity provider says it. */
export interface Person {
  subject: string;
  name: string;
  role: Role | undefined;
  /** The customer that belongs to a shopper's account, whether he exists yet or not. */
  customerId: string | undefined;
}

export const may = (person: Person, role: Role): boolean => person.role !== undefined && mayDo(person.role, role);

type Claims = Record<string, unknown>;

/** Only to show and to offer the right things: what is allowed is decided by the services. */
export function personIn(claims: Claims, rolesClaim = 'roles'): Person {
  const subject = text(claims.sub) ?? '';
  return {
    subject,
    name: text(claims.name) ?? text(claims.preferred_username) ?? subject,
    role: roleIn(claims, rolesClaim),
    customerId: text(claims.customer_id),
  };
}

const text = (claim: unknown): string | undefined => (typeof claim === 'string' && claim !== '' ? claim : undefined);
