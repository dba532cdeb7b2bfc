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

/** One conflict in one line: where, which rule, why, and the ways out. `what` is how the new schema is called. */
export function refusal(at: string, { path, rule, because, version, reader }: Conflict, what: string): string {
  const who = reader === 'new' ? `${what} cannot read v${version}` : `v${version} cannot read ${what}`;
  return `${at}${path ? `.${path}` : ''} [${rule}]: ${who}: ${because}. Instead: ${WAY_OUT[rule]}; or ${SECOND_TOPIC}`;
}
