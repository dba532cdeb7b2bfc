import { NoRole, Unauthenticated } from './errors.ts';
import { mayDo, type Role, roleIn } from './roles.ts';

/** Who calls, as the issuer says. */
export interface Principal {
  /** The account or, for a machine, the client. */
  readonly subject: string;
  readonly role: Role;
  /** The customer that this account is. */
  readonly customerId?: string;
  /** Through which client the token was got. */
  readonly client?: string;
  /** Of a person. */
  readonly name?: string;
  /** When the token ends, in milliseconds since 1970. */
  readonly expiresAt: number;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** It goes into logs, audits and keys: one line of visible characters. */
const LINE = /^[^\p{Cc}\u2028\u2029]{1,255}$/u;

/** The principal of a token's verified claims. Throws `Unauthenticated` for claims that make no sense, and `NoRole`. */
export function principalOf(claims: Readonly<Record<string, unknown>>, rolesClaim: string): Principal {
  const { sub, exp, customer_id: customerId, client_id: client, name } = claims;
  if (!isLine(sub)) throw senseless('sub');
  if (customerId !== undefined && !(typeof customerId === 'string' && UUID.test(customerId)))
    throw senseless('customer_id');
  const role = roleIn(claims, rolesClaim);
  if (role === undefined) throw new NoRole();
  return Object.freeze({
    ...{ subject: sub, role },
    ...(customerId !== undefined && { customerId }),
    ...(isLine(client) && { client }),
    ...(isLine(name) && { name }),
    expiresAt: Number(exp) * 1_000,
  });
}

/** A shopper acts for the customer that he is, everybody above him for every customer. */
export const mayActFor = ({ role, customerId: own }: Principal, customerId: string): boolean =>
  mayDo(role, 'clerk') || (own !== undefined && own === customerId);

const isLine = (value: unknown): value is string =>
  typeof value === 'string' && value.isWellFormed() && LINE.test(value);

const senseless = (claim: string) => new Unauthenticated(`The token's ${claim} cannot be understood`, { sent: true });
