import { describe, expect, it } from '@jest/globals';
import { type Decider, fold } from './decider.ts';
import { specification } from './specification.ts';

type Event = { type: 'SwitchedOn' } | { type: 'SwitchedOff' };

const lamp: Decider<'on' | 'off' | 'smash', Event, boolean> = {
  initial: false,
  decide(command, isOn) {
    if (command === 'smash') throw Object.assign(new Error('no'), { code: 'not-smashable' });
    if ((command === 'on') === isOn) return [];
    return [{ type: command === 'on' ? 'SwitchedOn' : 'SwitchedOff' }];
  },
  evolve: (_isOn, event) => event.type === 'SwitchedOn',
};

const given = specification(lamp);
const [on, off] = [{ type: 'SwitchedOn' }, { type: 'SwitchedOff' }] as const;

describe('a specification', () => {
  it('folds what was given', () => {
    expect(fold(lamp, [on, off, on])).toBe(true);
    expect(fold(lamp, [off], true)).toBe(false);
  });

  it('passes when what happens is what was expected', () => {
    given().when('on').then(on);
    given(on).when('on').thenNothing();
    given(on, off).when('smash').thenRefused('not-smashable');
  });

  it.each([
    ['another event', () => given().when('on').then(off)],
    ['an event too few', () => given(on).when('on').then(on)],
    ['an event where nothing should happen', () => given().when('on').thenNothing()],
    ['another refusal', () => given().when('smash').thenRefused('too-hot')],
    ['a missing refusal', () => given().when('on').thenRefused('not-smashable')],
  ])('fails for %s', (_, check) => expect(check).toThrow());
});
