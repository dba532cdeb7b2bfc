import { allTopics, topics, topicsOfOrders } from '@offset-zero/contracts';
import type { Principal, Role } from '@offset-zero/service';
import type { Entry } from './entry.ts';

const { customer, product, stock, order } = topics;

const namesOf = (...list: { name: string }[]): string[] => list.map(({ name }) => name);

const SEEN_BY: Record<Role, readonly string[]> = {
  shopper: namesOf(product, stock, order),
  clerk: namesOf(product, stock, order, customer),
  operator: namesOf(...allTopics),
};

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
    wish.order !== undefined && key === wish.order && topicsOfOrders.includes(topic);
  const isWanted = ({ topic, key }: Told) =>
    wish.topics.has(topic) && (wish.keys === undefined || (key !== null && wish.keys.has(key)));
  return (entry) => {
    if (entry.isUndecodable && role !== 'operator') return false;
    return isOfOrder(entry) || (isWanted(entry) && mayRead(entry));
  };
}

/** As what a stream shows it: shoppers get the headers of what is their own, and of an order they may see. */
export const bodyFor =
  ({ role }: Principal) =>
  ({ body, bare }: Pick<Entry, 'body' | 'bare'>): Buffer =>
    role === 'shopper' ? (bare ?? body) : body;

/** The topics that have to be read for a wish. */
export const topicsOf = ({ topics: wanted, order: orderId }: Wish): ReadonlySet<string> =>
  orderId === undefined ? wanted : new Set([...wanted, ...topicsOfOrders]);
