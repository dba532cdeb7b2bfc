import { describe, expect, it } from '@jest/globals';
import { causally } from './causal.ts';
import type { Step } from './step.ts';

const step = (id: string, ms: number, more: Partial<Step> = {}): Step => ({
  ...{ id, at: new Date(ms).toISOString(), publishedAt: new Date(ms).toISOString(), service: 's', value: {} },
  ...{ topic: id, kind: 'events' as const, partition: 0, offset: '0', type: 'T', key: 'k' },
  ...more,
});
const ids = (...steps: Step[]) => causally(steps).map(({ id }) => id);

describe('the steps of an order', () => {
  it('are told in the order of time where nothing else decides', () =>
    expect(ids(step('later', 20), step('sooner', 10))).toEqual(['sooner', 'later']));

  it('never have an effect before its cause, whatever the clocks say', () =>
    expect(ids(step('effect', 10, { causedBy: 'cause' }), step('cause', 30), step('between', 20))).toEqual([
      'cause',
      'effect',
      'between',
    ]));

  it('keep the order of the log for a key', () => {
    const line = { topic: 'order', key: 'k' };
    const second = step('second', 10, { ...line, offset: '9' });
    expect(
      ids(second, step('third', 15, { ...line, offset: '10' }), step('first', 20, { ...line, offset: '2' })),
    ).toEqual(['first', 'second', 'third']);
  });

  it('of one moment are what happened, then what is, then what is asked for', () =>
    expect(
      ids(step('command', 1, { kind: 'commands' }), step('value', 1, { kind: 'whole-value' }), step('event', 1)),
    ).toEqual(['event', 'value', 'command']));

  it('that name each other as their cause, or one that is not there, are all told', () =>
    expect(
      ids(step('a', 1, { causedBy: 'b' }), step('b', 2, { causedBy: 'a' }), step('c', 3, { causedBy: 'gone' })).sort(),
    ).toEqual(['a', 'b', 'c']));
});
