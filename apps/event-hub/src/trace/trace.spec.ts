import { describe, expect, it } from '@jest/globals';
import type { Sample } from '../samples/sample.ts';
import { placesOf } from './places.ts';
import type { StepBody } from './trace.body.ts';
import { stateOf } from './trace.ts';

const order = { orderId: 'o', version: 2, status: 'CONFIRMED' };
const reader = { service: 'stock-service', subscription: 'stock-commands', kind: 'reaction' as const, applied: true };
const step = (id: string, more: Partial<StepBody>): StepBody =>
  ({ id, topic: 'order-events', kind: 'events', value: {}, readers: [], ...more }) as StepBody;

const value = step('value', { topic: 'order', kind: 'whole-value', value: { version: 2 } });
const command = step('command', { topic: 'stock-commands', kind: 'commands', readers: [reader] });
const answer = step('answer', { causedBy: 'command' });
const told = [command, answer, value];
const outbox = (depth: number) =>
  ({ services: new Map([['stock-service', { outbox: { depth, oldestSeconds: 0 } }]]) }) as unknown as Sample;

const state = (change: Partial<Parameters<typeof stateOf>[0]>) =>
  stateOf({ order, steps: told, latest: outbox(0), truncated: false, ...change });

describe('a trace', () => {
  it('is complete when the order has ended, all of it is in the log, and all who read it have', () =>
    expect(state({})).toEqual({ complete: true, truncated: false }));

  it.each([
    ['the order has not ended', { order: { ...order, status: 'PLACED' } }],
    ['its last version is still in the outbox', { steps: [command, answer] }],
    ['somebody has not read it', { steps: [value, answer, { ...command, readers: [{ ...reader, applied: false }] }] }],
    ['a command has no answer, and one may be in the outbox', { steps: [command, value], latest: outbox(1) }],
    ['a command has no answer, and nobody knows what is in the outbox', { steps: [command, value], latest: undefined }],
  ])('is not while %s', (_, change) => expect(state(change).complete).toBe(false));

  it('is complete without an answer that will never come', () =>
    expect(state({ steps: [command, value] }).complete).toBe(true));

  it('is truncated only when something is missing that may lie where nobody looked', () => {
    expect(state({ truncated: true }).truncated).toBe(false);
    expect(state({ truncated: true, steps: [command, value] }).truncated).toBe(true);
    expect(state({ truncated: true, steps: [answer] }).truncated).toBe(true);
  });
});

it('what an order leaves lies under its id in four topics, and under its products in one', () => {
  const lines = ['a', 'b', 'c'].map((productId) => ({ productId }));
  const places = placesOf({ orderId: 'o', lines }, (_, key) => (key === 'c' ? 1 : 0));
  expect(places.map(({ topic, partition, keys }) => `${topic}/${partition} ${[...keys].join()}`)).toEqual([
    ...['order/0 o', 'order-events/0 o', 'stock-commands/0 o', 'stock-events/0 o'],
    ...['stock/0 a,b', 'stock/1 c'],
  ]);
});
