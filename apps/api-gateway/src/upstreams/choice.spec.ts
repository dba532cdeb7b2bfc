import { describe, expect, it } from '@jest/globals';
import { type Candidate, choose } from './choice.ts';

type Named = Candidate & { name: string };
const instance = (name: string, is: Partial<Candidate> = {}): Named => ({
  ...{ name, circuit: 'closed', resting: false, inFlight: 0 },
  ...is,
});
const chosen = (instances: Named[], { tried = [] as Named[], repeatable = true, turn = 0 } = {}) =>
  choose(instances, { tried: new Set(tried), repeatable, turn })?.name;

describe('the instance a call goes to', () => {
  it('has the least in flight', () =>
    expect(
      chosen([instance('a', { inFlight: 3 }), instance('b', { inFlight: 1 }), instance('c', { inFlight: 2 })]),
    ).toBe('b'));

  it('is another one each time when they are alike', () => {
    const alike = [instance('a'), instance('b'), instance('c')];
    expect([0, 1, 2, 3].map((turn) => chosen(alike, { turn }))).toEqual(['a', 'b', 'c', 'a']);
  });

  it('is none whose circuit is open', () =>
    expect(chosen([instance('a', { circuit: 'open' }), instance('b', { inFlight: 99 })])).toBe('b'));

  it('is not one that was tried already', () => {
    const [a, b] = [instance('a'), instance('b', { inFlight: 9 })];
    expect(chosen([a, b], { tried: [a] })).toBe('b');
    expect(chosen([a, b], { tried: [a, b] })).toBeUndefined();
  });

  it('rests only when all do', () => {
    expect(chosen([instance('a', { resting: true }), instance('b', { inFlight: 50 })])).toBe('b');
    expect(chosen([instance('a', { resting: true })])).toBe('a');
  });

  it('may be one that is perhaps back, for what can be sent again', () => {
    const perhaps = [instance('a', { circuit: 'half-open' }), instance('b', { inFlight: 1 })];
    expect(chosen(perhaps)).toBe('a');
    expect(chosen(perhaps, { repeatable: false })).toBe('b');
    expect(chosen([perhaps[0]!], { repeatable: false })).toBe('a');
  });

  it('is nobody where nobody is', () => expect(chosen([instance('a', { circuit: 'open' })])).toBeUndefined());
});
