import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { fold } from '@offset-zero/decider';
import { order, type OrderCommand, type OrderEvent, requestAfter } from './order.ts';

const price = { amountMinor: 100, currency: 'CHF' };
const placing = { orderId: 'o', customerId: 'c', customerIsKnown: true, lines: [{ productId: 'p', quantity: 1 }] };
const commands: OrderCommand[] = [
  { type: 'PlaceOrder', ...placing, offers: new Map([['p', { name: 'P', price }]]), now: 0 },
  { type: 'StockReserved', now: 0 },
  { type: 'StockRejected', reason: 'insufficient-stock', now: 0 },
  { type: 'ReservationTimedOut', now: 0 },
  { type: 'CancelOrder', now: 0 },
];

type State = typeof order.initial;

/** What the rules do with a command in a state, found out by asking them. */
function step(command: OrderCommand, state: State) {
  const events: OrderEvent[] = order.decide(command, state);
  const requests = events.flatMap((event) => requestAfter(event)?.type ?? []);
  return { next: fold(order, events, state), changes: events.length > 0, requests };
}

/** Every edge that can be walked from nothing. */
function edges(): string[] {
  const found = new Set<string>();
  const walk = (state: State): void => {
    for (const command of commands) {
      try {
        const { next, changes, requests } = step(command, state);
        const edge = `${state?.status ?? '[*]'} --> ${next?.status}: ${[command.type, ...requests].join(' / ')}`;
        if (!changes || found.has(edge)) continue;
        found.add(edge);
        walk(next);
      } catch {
        // a refusal is no edge
      }
    }
  };
  walk(order.initial);
  return [...found];
}

it('docs/how-it-works/orders-and-stock.md shows the state machine as the rules are', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../../docs/how-it-works/orders-and-stock.md'), 'utf8');
  const shown = /```mermaid\nstateDiagram-v2\n([^]*?)\n```/.exec(page)?.[1]?.split('\n') ?? [];
  expect(shown.map((line) => line.trim())).toEqual(edges());
});
