import { describe, expect, it } from '@jest/globals';
import { describeFault, kindOf } from './fault.ts';
import { planOf } from './plan.ts';

const services = ['customer-service', 'product-service', 'stock-service', 'order-service', 'customer-search'];
const plan = (seed: number, minutes = 4) => planOf({ seed, minutes, services, doors: ['api-gateway'] });

function counted(seeds: number[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const fault of seeds.flatMap((seed) => plan(seed))) counts[kindOf(fault)] = (counts[kindOf(fault)] ?? 0) + 1;
  return counts;
}

describe('the plan', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(plan(7)).toEqual(plan(7));
    expect(plan(7)).not.toEqual(plan(8));
  });

  it('of a longer run begins as that of a shorter one', () => {
    const long = plan(7, 4);
    expect(plan(7, 2)).toEqual(long.slice(0, plan(7, 2).length));
  });

  it('has over five runs of four minutes what the report promises of each kind', () => {
    const counts = counted([1, 2, 3, 4, 5]);
    for (const kind of [
      'kill kafka',
      'kill registry',
      'kill postgres',
      'kill service',
      'cut',
      'stall',
      'second instance',
    ]) {
      expect([kind, counts[kind]! >= 20]).toEqual([kind, true]);
    }
    expect(counts['pause service']).toBeGreaterThanOrEqual(20);
    for (const server of ['kafka', 'registry', 'postgres']) expect(counts[`pause ${server}`]).toBeGreaterThan(0);
  });

  it('hits every service, and in one minute already every kind', () => {
    expect(new Set(plan(1).map(({ target }) => target)).size).toBe(services.length + 1 + 3);
    expect(new Set(plan(3, 1).map(({ kind }) => kind)).size).toBe(5);
  });

  it('goes on in the order of time, with a quiet moment in every minute', () => {
    const times = plan(9).map(({ at }) => at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times.filter((at) => at % 60 >= 52)).toEqual([]);
  });

  it('pauses some services for longer than a lock lives', () =>
    expect(plan(4).filter((fault) => fault.kind === 'pause' && fault.seconds >= 15).length).toBeGreaterThan(2));
});

describe('a fault', () => {
  it('is told in words', () => {
    expect(describeFault({ kind: 'stall', target: 'order-service', server: 'kafka', seconds: 7 })).toBe(
      'stall order-service → kafka for 7 s',
    );
    expect(kindOf({ kind: 'kill', target: 'stock-service' })).toBe('kill service');
  });
});
