import type { Service } from './service.ts';
import { type Cell, short, table } from './table.ts';

/** As `GET /ops/parked` gives it. */
export interface ParkedMessage {
  subscription: string;
  partition: number;
  offset: number;
  key: string | null;
  state: string;
  code: string;
  error: string;
  waitsFor?: string;
  parkedAt: string;
  tries: number;
}

export interface Page {
  items: ParkedMessage[];
  next?: string;
}

export type Query = Record<string, string | number | undefined>;

export const parkedPage = (service: Service, query: Query): Promise<Page> => service.get<Page>('parked', query);

const HEAD = ['subscription', 'partition', 'offset', 'key', 'state', 'code', 'tries', 'parked at', 'error'];

const row = (message: ParkedMessage): Cell[] => {
  const { subscription, partition, offset, key, state, code, tries, parkedAt, error, waitsFor } = message;
  return [subscription, partition, offset, short(key, 40), state, code, tries, parkedAt, short(waitsFor ?? error)];
};

export const parkedTable = (items: ParkedMessage[]): string =>
  items.length === 0 ? 'Nothing is parked' : table(HEAD, items.map(row));
