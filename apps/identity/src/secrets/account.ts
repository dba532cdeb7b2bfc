import { type Role, roles } from '@offset-zero/auth/roles';

/** Who can get a token. */
export interface Known {
  role: Role;
  /** The customer that a shopper is: a UUIDv7. */
  customerId?: string;
}

/** A person, as accounts.json has it. Whoever may read that file may be anybody, so the passwords are written as they are. */
export interface Account extends Known {
  name: string;
  password: string;
  fullName: string;
}

/** A program, as clients.json has it. */
export interface Machine extends Known {
  name: string;
  secret: string;
}

/** Everything that is kept in files. */
export interface Secrets {
  /** Whose name it is, however it is typed. */
  accountOf: (name: string) => Account | undefined;
  machines: Machine[];
  /** The private keys that sign tokens, as a JWK Set: the first signs, all are published. */
  jwks: { keys: Record<string, unknown>[] };
  /** What signs cookies. */
  cookieKeys: string[];
}

/** Who there is at the first start; passwords and ids are made then. */
export const people: readonly Omit<Account, 'password' | 'customerId'>[] = [
  { name: 'anna', fullName: 'Anna Arnold', role: 'shopper' },
  { name: 'ben', fullName: 'Ben Brunner', role: 'shopper' },
  { name: 'carla', fullName: 'Carla Caduff', role: 'clerk' },
  { name: 'otto', fullName: 'Otto Oberholzer', role: 'operator' },
];

/** One machine for each role, called like it. */
export const machines: readonly Role[] = roles;

/** What tokens say of somebody, beside who it is. */
export const claimsOf = ({ role, customerId, fullName }: Known & { fullName?: string }) => ({
  roles: [role],
  ...(customerId !== undefined && { customer_id: customerId }),
  ...(fullName !== undefined && { name: fullName }),
});
