import type { JournalEntry } from '../journal.ts';

export interface Answer {
  status: number;
  body: Record<string, unknown>;
  /** The ETag's number. */
  version?: number;
}

/**
 * When an answer came: to a request sent for the `first` time; sent `again` while an earlier one may still be on its way;
 * or sent again `at rest`, when nothing is on its way any more.
 */
export type When = 'first' | 'again' | 'at rest';

type Outcome = Pick<JournalEntry, 'outcome' | 'status' | 'body' | 'key' | 'version' | 'resolvedBy'>;

/** What a client may conclude from an answer, or from none. */
export function outcomeOf(entry: JournalEntry, answer: Answer | undefined, when: When): Outcome {
  if (!answer || saysNothing(answer)) return { outcome: 'unknown', status: answer?.status, body: answer?.body };
  const { status, body } = answer;
  const replay = when === 'first' ? {} : { resolvedBy: 'replay' as const };
  if (status < 300) {
    return { outcome: 'accepted', status, body, key: keyOf(entry, body), version: versionOf(entry, answer), ...replay };
  }
  if (when !== 'first' && hadEffect(entry, answer)) {
    return { outcome: 'accepted', status, key: entry.key, version: entry.ifMatch! + 1, resolvedBy: 'read' };
  }
  if (when === 'again') return { outcome: 'unknown', status, body }; // an earlier one may yet be taken
  return { outcome: 'refused', status, body, ...replay };
}

/** A request in progress will be answered differently; a 5xx may have come after the effect. */
const saysNothing = ({ status, body }: Answer): boolean => status >= 500 || body.code === 'request-in-progress';

/** The version that a repeated PUT or DELETE was to replace is gone, and only the first one can have done that. */
function hadEffect({ op, ifMatch }: JournalEntry, { status, body }: Answer): boolean {
  if (ifMatch === undefined) return false;
  if (op === 'customer.delete') return status === 404;
  return status === 412 && body.currentVersion === ifMatch + 1;
}

const KEYS = { customer: 'customerId', product: 'productId', stock: 'productId', order: 'orderId' } as const;

function keyOf({ op, key }: JournalEntry, body: Answer['body']): string | undefined {
  return key ?? (body[KEYS[op.split('.')[0] as keyof typeof KEYS]] as string | undefined);
}

const versionOf = ({ op, ifMatch }: JournalEntry, { version }: Answer): number | undefined =>
  op === 'customer.delete' ? ifMatch! + 1 : version;
