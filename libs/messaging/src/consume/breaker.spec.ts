import { describe, expect, it } from '@jest/globals';
import { Breaker } from './breaker.ts';

describe('the breaker', () => {
  it('trips at the tenth key, and before it is parked', () => {
    const breaker = new Breaker();
    for (let key = 1; key < 10; key++) {
      expect(breaker.trips(1, 0)).toBe(false);
      breaker.note(1, 0);
    }
    expect(breaker.trips(1, 0)).toBe(true);
    expect(breaker.trips(0, 5)).toBe(false);
  });

  it('takes a few among many for bad data', () => {
    const breaker = new Breaker();
    for (let batch = 0; batch < 100; batch++) {
      expect(breaker.trips(5, 1_000)).toBe(false);
      breaker.note(5, 1_000);
    }
  });

  it('goes on from what was parked before it began', () => {
    const breaker = new Breaker();
    breaker.begin(9);
    expect(breaker.trips(1, 0)).toBe(true);
    breaker.note(-1, 0);
    expect(breaker.trips(1, 0)).toBe(false);
  });

  it('begins no higher than that a batch of bad data among good passes', () => {
    const breaker = new Breaker();
    breaker.begin(5_000);
    expect(breaker.trips(1, 0)).toBe(true);
    expect(breaker.trips(5, 1_000)).toBe(false);
  });

  it('does not save up what went well', () => {
    const breaker = new Breaker();
    breaker.note(0, 1_000_000);
    expect(breaker.trips(10, 0)).toBe(true);
  });
});
