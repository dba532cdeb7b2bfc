import { isDeepStrictEqual } from 'node:util';

/** The names of the fields of `expected` that `found` has otherwise. */
export const differing = (expected: object, found: object): string[] =>
  Object.entries(expected)
    .filter(([name, value]) => !isDeepStrictEqual(value, (found as Record<string, unknown>)[name]))
    .map(([name]) => name);
