import { describe, expect, it } from '@jest/globals';
import { createGuesses } from './guesses.ts';

function world(free = 3) {
  let now = 1_000_000;
  const guesses = createGuesses(free, () => now);
  const wrong = (times: number, who = 'anna') => {
    for (let i = 0; i < times; i++) guesses.wrong(who);
  };
  return { guesses, wrong, pass: (ms: number) => (now += ms) };
}

describe('guessing passwords', () => {
  it('costs nothing for those who mistype', () => {
    const { guesses, wrong } = world();
    wrong(3);
    expect(guesses.wait('anna')).toBe(0);
  });

  it('gets slower with every wrong try, up to a minute', () => {
    const waits = [4, 5, 6, 20].map((times) => {
      const { guesses, wrong } = world();
      wrong(times);
      return guesses.wait('anna');
    });
    expect(waits).toEqual([1, 2, 4, 60]);
  });

  it('is looked at again after the pause, and goes on where it was', () => {
    const { guesses, wrong, pass } = world();
    wrong(6);
    pass(4_000);
    expect(guesses.wait('anna')).toBe(0);
    wrong(1);
    expect(guesses.wait('anna')).toBe(8);
  });

  it('holds up nobody else', () => {
    const { guesses, wrong } = world();
    wrong(9);
    expect(guesses.wait('ben')).toBe(0);
  });

  it('is forgotten by being right', () => {
    const { guesses, wrong } = world();
    wrong(9);
    guesses.right('anna');
    expect(guesses.wait('anna')).toBe(0);
  });

  it('is forgotten one by one, two minutes each, however often it was', () => {
    const { guesses, wrong, pass } = world();
    wrong(5);
    pass(2 * 120_000);
    wrong(1);
    expect(guesses.wait('anna')).toBe(1);
    wrong(1_000);
    pass(8 * 120_000);
    wrong(1);
    expect(guesses.wait('anna')).toBe(0);
  });

  it('does not fill the memory', () => {
    const { guesses, wrong } = world(0);
    for (let i = 0; i <= 10_000; i++) wrong(1, `name-${i}`);
    expect([guesses.wait('name-0'), guesses.wait('name-1')]).toEqual([0, 1]);
  });
});
