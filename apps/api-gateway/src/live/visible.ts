import { topics } from '@offset-zero/contracts';
import type { Principal, Role } from '@offset-zero/service';
import type { Entry } from './entry.ts';

const { customer, product, stock, order, orderEvents, stockCommands, stockEvents } = topics;

const namesOf = (...list: { name: string }[]): string[] => list.map(({ name }) => name);

/** All there are, in the order of the table. */
export const allTopics: readonly string[] = namesOf(...Object.values(topics));

const SEEN_BY: Record<Role, readonly string[]> = {
  shopper: namesOf(product, stock, order),
  clerk: namesOf(product, stock, order, customer),
  operator: allTopics,
};

/** Where records lie whose key is the id of an order. */
export const ofOrders: readonly string[] = namesOf(order, orderEvents, stockCommands, stockEvents);

/** The topics of which a role sees anything without naming an order. */
export const topicsFor = (role: Role): readonly string[] => SEEN_BY[role];

export interface Wish {
  topics: ReadonlySet<string>;
  /** Undefined: every key. */
  keys?: ReadonlySet<string>;
  /** An order that the caller may see. */
  order?: string;
}

type Told = Pick<Entry, 'topic' | 'key' | 'customerId' | 'isUndecodable'>;

/** What a stream shows: of what was asked for, what the caller may see. */
export function visibleTo({ role, customerId }: Principal, wish: Wish): (entry: Told) => boolean {
  const mayRead = (entry: Told) =>
    role !== 'shopper' || entry.topic !== order.name || (customerId !== undefined && entry.customerId === customerId);
  const isOfOrder = ({ topic, key }: Told) =>
    wish.order !== undefined && key === wish.order && ofOrders.includes(topic);
  const isWanted = ({ topic, key }: Told) =>
    wish.topics.has(topic) && (wish.keys === undefined || (key !== null && wish.keys.has(key)));
  return (entry) => {
    if (entry.isUndecodable && role !== 'operator') return false;
    return isOfOrder(entry) || (isWanted(entry) && mayRead(entry));
  };
}

/** The topics that have to be read for a wish. */
export const topicsOf = ({ topics: wanted, order: orderId }: Wish): ReadonlySet<string> =>
  orderId === undefined ? wanted : new Set([...wanted, ...ofOrders]);
