import type { Order } from '../../api/bodies.ts';

/** What a customer hears of the way of his order. */
export type Station = 'placed' | 'asked' | 'reserved' | 'refused' | 'confirmed' | 'rejected' | 'cancelled' | 'released';

/** Something that happened to the order, from its trace or from the live stream. */
export interface Fact {
  type: string | null;
  /** RFC 3339. */
  at: string;
  reason?: string | undefined;
  /** The product that stood in the way. */
  productId?: string | undefined;
}

export interface Moment {
  station: Station;
  /** RFC 3339; undefined: it happened, but when is not known. */
  at: string | undefined;
  reason?: string | undefined;
  productId?: string | undefined;
}

export interface Timeline {
  moments: Moment[];
  /** What is waited for. */
  pending: 'stock' | undefined;
}

/** Records by their names, in the order in which they can come. */
const stations: Record<string, Station> = {
  OrderPlaced: 'placed',
  ReserveStock: 'asked',
  StockReserved: 'reserved',
  StockRejected: 'refused',
  OrderConfirmed: 'confirmed',
  OrderRejected: 'rejected',
  OrderCancelled: 'cancelled',
  StockReleased: 'released',
};

const sequence = Object.values(stations);
const rank = ({ station }: Moment): number => sequence.indexOf(station);

/** A moment is told once; times decide, and where they are equal or missing, the way an order goes. */
const inOrder = (a: Moment, b: Moment): number =>
  a.at !== undefined && b.at !== undefined && a.at !== b.at ? (a.at < b.at ? -1 : 1) : rank(a) - rank(b);

/** What the order itself tells, without anybody else: where the trace cannot be had, this is the timeline. */
function toldBy({ status, placedAt, updatedAt, reason }: Order): Moment[] {
  const placed: Moment = { station: 'placed', at: placedAt };
  switch (status) {
    case 'PLACED':
      return [placed];
    case 'CONFIRMED':
      return [placed, { station: 'reserved', at: undefined }, { station: 'confirmed', at: updatedAt }];
    case 'REJECTED':
      return [placed, { station: 'rejected', at: updatedAt, reason: reason ?? undefined }];
    case 'CANCELLED':
      return [placed, { station: 'cancelled', at: updatedAt }];
  }
}

/** The order's way, from what the order says and what was heard of it, in any order and any number of times. */
export function timeline(order: Order, facts: readonly Fact[]): Timeline {
  const moments = new Map(toldBy(order).map((moment) => [moment.station, moment]));
  for (const { type, at, reason, productId } of facts) {
    const station = type === null ? undefined : stations[type];
    if (station === undefined) continue;
    const known = reason ?? moments.get(station)?.reason;
    moments.set(station, { station, at, ...(known && { reason: known }), ...(productId && { productId }) });
  }
  const told = [...moments.values()].sort(inOrder).map(onceTold);
  const isOver = told.some(({ station }) => ['confirmed', 'rejected', 'cancelled'].includes(station));
  return { moments: told, pending: isOver ? undefined : 'stock' };
}

/**
 * Each reason once, where it is given first, with the product: the order is rejected for that for which stock was refused.
 * By clocks that differ it may be rejected before.
 */
function onceTold({ reason, productId, ...moment }: Moment, index: number, all: readonly Moment[]): Moment {
  if (reason === undefined || all.slice(0, index).some((each) => each.reason === reason)) return moment;
  const product = productId ?? all.find((each) => each.reason === reason && each.productId !== undefined)?.productId;
  return { ...moment, reason, ...(product && { productId: product }) };
}

/** What a record says of the order's way; `value` is as the schema has it. */
export function factOf(type: string | null, at: string, value: unknown): Fact {
  const { reason, productId } = (value ?? {}) as Record<string, unknown>;
  return { type, at, reason: textIn(reason), productId: textIn(productId) };
}

const textIn = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
