import type { Fields } from './fields.ts';

export type Side = 'mine' | 'theirs';

export interface Difference {
  field: string;
  mine: string;
  theirs: string;
  /** Both changed it, each to something else: only the user can say. */
  isConflict: boolean;
  /** What a merge takes if nobody says otherwise: the side that changed it. */
  suggested: Side | undefined;
}

/**
 * A three-way merge by field. `base` is what the editor started from, `theirs` what is there now. Fields on which both
 * agree are no difference.
 */
export const differences = (base: Fields, mine: Fields, theirs: Fields): Difference[] =>
  Object.keys(mine).flatMap((field): Difference[] => {
    const [was, my, their] = [base[field] ?? '', mine[field] ?? '', theirs[field] ?? ''];
    if (my === their) return [];
    const suggested = my === was ? 'theirs' : their === was ? 'mine' : undefined;
    return [{ field, mine: my, theirs: their, isConflict: suggested === undefined, suggested }];
  });

/** The side of each difference: as chosen, else as suggested; undefined where somebody still has to choose. */
export const sidesOf = (
  found: readonly Difference[],
  chosen: Partial<Record<string, Side>>,
): Record<string, Side | undefined> =>
  Object.fromEntries(found.map(({ field, suggested }) => [field, chosen[field] ?? suggested]));

/** Theirs, with the chosen fields of mine. */
export function merged(mine: Fields, theirs: Fields, sides: Record<string, Side | undefined>): Fields {
  const result = { ...theirs };
  for (const [field, side] of Object.entries(sides)) if (side === 'mine') result[field] = mine[field] ?? '';
  return result;
}
