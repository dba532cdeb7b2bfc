import type { Conflict } from '../compatibility/levels.ts';
import type { Rule } from '../compatibility/readable.ts';

const SECOND_TOPIC = 'a second topic (CONTRIBUTING.md, "A breaking change")';

/** What can be done instead, besides a second topic. */
const WAY_OUT: Record<Rule, string> = {
  'field-without-default': 'give a new field a default; keep a field that never had one',
  'type-changed': 'keep the field, and add one of another name with a default',
  'unit-changed': 'keep the field in its unit, and add one of another name with a default',
  'name-changed': 'keep the name',
  'symbol-unknown': 'an enum needs a default from its first version on; keep its symbols',
  'branch-unknown': 'keep the field as it is, and add one of another name with a default',
  'size-changed': 'keep the field, and add one of another name with a default',
};

/**
 * One line for each thing that is wrong: where, which rule, between which versions and why, and the ways out.
 * `what` is how the new schema is called.
 */
export function refusals(at: string, conflicts: Conflict[], what: string): string[] {
  const groups = Object.values(Object.groupBy(conflicts, ({ path, rule }) => `${path} ${rule}`)) as Conflict[][];
  return groups.map((group) => {
    const { path, rule } = group[0]!;
    const whos = Object.values(Object.groupBy(group, ({ reader, because }) => `${reader} ${because}`)) as Conflict[][];
    const reasons = whos.map((same) => reason(same, what)).join('; ');
    return `${at}${path ? `.${path}` : ''} [${rule}]: ${reasons}. Instead: ${WAY_OUT[rule]}; or ${SECOND_TOPIC}`;
  });
}

function reason(conflicts: Conflict[], what: string): string {
  const { reader, because } = conflicts[0]!;
  const versions = conflicts.map(({ version }) => `v${version}`).join(', ');
  const [who, whose] = reader === 'new' ? [what, versions] : [versions, what];
  return `${who} cannot read ${whose} (${because})`;
}
