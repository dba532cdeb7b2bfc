/** What the choice among the instances of a service goes by. */
export interface Candidate {
  /** `open`: it is left out; `half-open`: it may show by one call whether it is back. */
  circuit: 'closed' | 'half-open' | 'open';
  /** It said that it takes no calls at the moment. */
  resting: boolean;
  /** Calls that wait for the end of its answer. */
  inFlight: number;
}

/**
 * The instance for a call: of those that are not left out, and were not tried for it yet, the one with the least in
 * flight, in turn where several have. One that rests is the last resort, and one that may be back is tried with what can
 * be sent again elsewhere. Undefined when there is none.
 */
export function choose<Instance extends Candidate>(
  instances: readonly Instance[],
  { tried, repeatable, turn }: { tried: ReadonlySet<Instance>; repeatable: boolean; turn: number },
): Instance | undefined {
  let best: Instance | undefined;
  let bestRank = Infinity;
  for (let i = 0; i < instances.length; i++) {
    const instance = instances[(turn + i) % instances.length]!;
    if (instance.circuit === 'open' || tried.has(instance)) continue;
    const rank = rankOf(instance, repeatable);
    if (rank < bestRank) [best, bestRank] = [instance, rank];
  }
  return best;
}

const WORSE = 1e9;

function rankOf({ circuit, resting, inFlight }: Candidate, repeatable: boolean): number {
  const doubtful = circuit === 'half-open' && !repeatable;
  return inFlight + (resting ? WORSE : 0) + (doubtful ? 2 * WORSE : 0);
}
