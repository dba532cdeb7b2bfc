import { describe, expect, it } from '@jest/globals';
import { groupsOf, matching, type ParkedMessage } from './parked.ts';

const message = (key: string | null, offset: number, more: Partial<ParkedMessage> = {}): ParkedMessage => ({
  ...{ subscription: 'stock-events', topic: 'stock-events', partition: 0, offset, key, state: 'parked' },
  ...{ code: 'handler-failed', error: 'oh', parkedAt: '2026-11-21T10:00:00Z', time: 0, bytes: 1, tries: 3, ...more },
});

describe('what is parked', () => {
  it('is told by subscription, and by key with what waits behind its first', () => {
    const [group, other] = groupsOf([
      message('a', 7),
      message('a', 5),
      message('b', 6, { state: 'waiting' }),
      message('a', 1, { subscription: 'customers' }),
    ]);
    expect(group).toMatchObject({ subscription: 'stock-events', parked: 2, waiting: 1 });
    expect(group!.keys.map(({ key, first, behind }) => [key, first.offset, behind.length])).toEqual([
      ['a', 5, 1],
      ['b', 6, 0],
    ]);
    expect(other!.subscription).toBe('customers');
  });

  it('has what somebody must look at before what helps itself, the oldest first', () =>
    expect(
      groupsOf([
        message('waits', 1, { state: 'waiting', parkedAt: '2026-11-21T08:00:00Z' }),
        message('late', 2, { parkedAt: '2026-11-21T12:00:00Z' }),
        message('early', 3),
      ])[0]!.keys.map(({ key }) => key),
    ).toEqual(['early', 'late', 'waits']));

  it('of messages without a key is one line for each partition', () =>
    expect(groupsOf([message(null, 1), message(null, 2), message(null, 9, { partition: 3 })])[0]!.keys).toHaveLength(
      2,
    ));
});

it('a part of the key finds it', () =>
  expect(matching([message('abc', 1), message('xyz', 2), message(null, 3)], 'b').map(({ offset }) => offset)).toEqual([
    1,
  ]));
