import type { Step } from './step.ts';

/** Of what was written at the same moment, what happened comes first, and what is asked for last. */
const RANK: Record<Step['kind'], number> = { events: 0, 'whole-value': 1, commands: 2 };

/**
 * The steps in an order in which every cause stands before its effects and a key's records are in the order of their log;
 * where that leaves a choice, by time. Clocks of services may differ: they do not decide what came first.
 */
export function causally(steps: readonly Step[]): Step[] {
  const byTime = [...steps].sort(
    (a, b) => Date.parse(a.at) - Date.parse(b.at) || RANK[a.kind] - RANK[b.kind] || Number(a.offset) - Number(b.offset),
  );
  const byId = new Map(steps.map((step) => [step.id, step]));
  const earlier = predecessors(steps);
  const placed = new Set<Step>();
  const ordered: Step[] = [];
  const place = (step: Step | undefined): void => {
    if (step === undefined || placed.has(step)) return;
    placed.add(step); // before what comes before it: a circle must not go round for ever
    place(byId.get(step.causedBy ?? ''));
    place(earlier.get(step));
    ordered.push(step);
  };
  byTime.forEach(place);
  return ordered;
}

/** The record before each, of the same key in the same topic. */
function predecessors(steps: readonly Step[]): Map<Step, Step> {
  const before = new Map<Step, Step>();
  for (const line of Map.groupBy(steps, ({ topic, key }) => `${topic} ${key}`).values()) {
    line.sort((a, b) => Number(a.offset) - Number(b.offset));
    for (const [index, step] of line.entries()) if (index > 0) before.set(step, line[index - 1]!);
  }
  return before;
}
