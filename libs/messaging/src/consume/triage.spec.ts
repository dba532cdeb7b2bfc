import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { Received } from './received.ts';
import { triage } from './triage.ts';

type Kind = 'good' | 'bad' | 'misses' | 'deleted' | 'unhandled';

let offset = 0;
function message(key: string, kind: Kind): Received {
  const raw = { key: Buffer.from(key), value: null, offset: String(offset++), timestamp: '0' };
  const received = new Received('t', 0, raw);
  if (kind !== 'deleted') received.value = {};
  if (kind === 'bad') received.fault = { code: 'bad', error: 'bad' };
  if (kind === 'misses') received.fault = { code: 'waits-for', error: 'missing', waitsFor: 'customer/c' };
  received.unhandled = kind === 'unhandled';
  return received;
}

const plan = (parked: string[], supersede: boolean, ...messages: [string, Kind][]) => {
  const result = triage(
    messages.map(([key, kind]) => message(key, kind)),
    new Set(parked),
    supersede,
  );
  return {
    apply: result.apply.map(({ key }) => key),
    park: result.park.map((each) => [each.message.key, each.fault.code]),
    freed: [...result.freed],
    newKeys: result.newKeys,
  };
};

describe('events', () => {
  it('go on while nothing is wrong', () =>
    expect(plan([], false, ['a', 'good'], ['b', 'good'])).toEqual({
      apply: ['a', 'b'],
      park: [],
      freed: [],
      newKeys: 0,
    }));

  it('wait behind an earlier one of their key, in the batch or before it', () =>
    expect(plan(['b'], false, ['a', 'bad'], ['a', 'good'], ['b', 'good'], ['c', 'good'])).toEqual({
      apply: ['c'],
      park: [
        ['a', 'bad'],
        ['a', 'waits-behind'],
        ['b', 'waits-behind'],
      ],
      freed: [],
      newKeys: 1,
    }));

  it('that nobody handles are neither handled nor parked', () =>
    expect(plan(['a'], false, ['a', 'unhandled'], ['b', 'unhandled'])).toMatchObject({ apply: [], park: [] }));
});

describe('whole values', () => {
  it('free their key', () =>
    expect(plan(['a', 'b'], true, ['a', 'good'], ['b', 'deleted'])).toEqual({
      apply: ['a', 'b'],
      park: [],
      freed: ['a', 'b'],
      newKeys: 0,
    }));

  it('make an earlier one of the batch pointless: it is not even parked', () =>
    expect(plan([], true, ['a', 'bad'], ['a', 'good'])).toMatchObject({ apply: ['a'], park: [], newKeys: 0 }));

  it('of a kind that nobody handles free nothing', () =>
    expect(plan(['a'], true, ['a', 'unhandled'])).toMatchObject({ apply: [], park: [], freed: [] }));

  it('that follow, and are bad themselves, park the key again', () =>
    expect(plan(['a'], true, ['a', 'good'], ['a', 'bad'])).toEqual({
      apply: ['a'],
      park: [['a', 'bad']],
      freed: ['a'],
      newKeys: 0,
    }));
});

describe('what misses something', () => {
  it('waits with its key, and does not count as a failure', () =>
    expect(plan([], false, ['a', 'misses'], ['a', 'good'], ['a', 'bad'], ['b', 'bad'])).toEqual({
      apply: [],
      park: [
        ['a', 'waits-for'],
        ['a', 'waits-behind'],
        ['a', 'bad'],
        ['b', 'bad'],
      ],
      freed: [],
      newKeys: 1,
    }));

  it('replaces an earlier whole value that is parked or waits, and is freed by a later one', () => {
    expect(plan(['a'], true, ['a', 'misses'])).toMatchObject({ park: [['a', 'waits-for']], freed: ['a'], newKeys: 0 });
    expect(plan([], true, ['a', 'bad'], ['a', 'misses'])).toMatchObject({ park: [['a', 'waits-for']], newKeys: 0 });
    expect(plan(['a'], true, ['a', 'misses'], ['a', 'deleted'])).toMatchObject({ apply: ['a'], park: [] });
  });
});

describe('whatever comes', () => {
  const batch = fc.array(
    fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom<Kind>('good', 'bad', 'misses', 'deleted', 'unhandled')),
  );

  it('no event of a key is handled after an earlier one that is parked, and none is lost', () =>
    fc.assert(
      fc.property(batch, fc.uniqueArray(fc.constantFrom('a', 'b', 'c')), (kinds, parked) => {
        const messages = kinds.map(([key, kind]) => message(key, kind));
        const { apply, park } = triage(messages, new Set(parked), false);
        const waiting = new Set<string>(parked);
        for (const each of messages) {
          if (park.some((it) => it.message === each)) waiting.add(each.key);
          else if (apply.includes(each)) expect(waiting.has(each.key)).toBe(false);
          else expect(each.unhandled).toBe(true);
        }
      }),
    ));

  it('the last value of a key wins, unless it is bad', () =>
    fc.assert(
      fc.property(batch, (kinds) => {
        const messages = kinds.map(([key, kind]) => message(key, kind)).filter(({ unhandled }) => !unhandled);
        const { apply, park } = triage(messages, new Set(), true);
        for (const key of ['a', 'b', 'c']) {
          const last = messages.findLast((each) => each.key === key);
          if (!last) continue;
          if (last.fault) expect(park.some(({ message }) => message === last)).toBe(true);
          else expect([apply.includes(last), park.some(({ message }) => message.key === key)]).toEqual([true, false]);
        }
      }),
    ));
});
