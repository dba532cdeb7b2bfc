import type { Message } from '@offset-zero/messaging';
import { normalise } from './columns.ts';
import type { View } from './view.ts';

/** What a view takes from a message. */
export type Change = Pick<Message, 'key' | 'value'>;

/** The last message of each key: of whole values only that one counts. */
export function lastPerKey<C extends Change>(messages: Iterable<C>): Map<string, C> {
  const last = new Map<string, C>();
  for (const message of messages) last.set(message.key, message);
  return last;
}

/** The rows a log makes, by key: the definition of a view, in memory. */
export function fold<Row extends object>(view: View<Row>, messages: Iterable<Change>): Map<string, Row> {
  const rows = new Map<string, Row>();
  for (const [key, { value }] of lastPerKey(messages))
    if (value !== null) rows.set(key, normalise(view.columns, view.row(value)));
  return rows;
}

/** The rows that a view has after these messages, for specs: no database, nothing to wait for. */
export const replay = <Row extends object>(view: View<Row>, messages: Iterable<Change>): Row[] => [
  ...fold(view, messages).values(),
];
