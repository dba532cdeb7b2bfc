import type { Facts } from '../../facts.ts';
import type { RuleName } from '../../judge.ts';

/** Something that went wrong, put into facts in which nothing did. */
export interface Plant {
  /** The rules that must see it, at least. */
  seenBy: RuleName[];
  /** False where the facts have nothing that could go wrong in this way; `n` chooses among what there is. */
  plant(facts: Facts, n: number): boolean;
}
