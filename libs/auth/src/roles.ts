/** Each may do what those before it may. */
export const roles = ['shopper', 'clerk', 'operator'] as const;

export type Role = (typeof roles)[number];

/** Whether `role` may do what takes `needed`. */
export const mayDo = (role: Role, needed: Role): boolean => roles.indexOf(role) >= roles.indexOf(needed);

/** The role that may do most among those that a token names at `rolesClaim`; undefined when none is a role here. */
export function roleIn(claims: Claims, rolesClaim: string): Role | undefined {
  const names = [claimAt(claims, rolesClaim)].flat();
  return roles.findLast((role) => names.includes(role));
}

type Claims = Readonly<Record<string, unknown>>;

/** `roles`, a name with dots in it (`https://shop.example/roles`), or else a path (`realm_access.roles`). */
function claimAt(claims: Claims, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  return name.split('.').reduce<unknown>((value, part) => (value as Claims | undefined)?.[part], claims);
}
