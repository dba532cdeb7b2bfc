/** Each may do what those before it may. */
export const roles = ['shopper', 'clerk', 'operator'] as const;

export type Role = (typeof roles)[number];

/** Whether `role` may do what takes `needed`. */
export const mayDo = (role: Role, needed: Role): boolean => roles.indexOf(role) >= roles.indexOf(needed);

/** The role that may do most among `names`; undefined when none of them is a role here. */
export const highestRole = (names: readonly unknown[]): Role | undefined =>
  roles.findLast((role) => names.includes(role));
