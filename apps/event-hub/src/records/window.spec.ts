import { describe, expect, it } from '@jest/globals';
import { backwards } from './window.ts';

describe('looking back through a partition', () => {
  it('goes over every offset once, the newest first, further each time', () =>
    expect([...backwards(0, 1_000, 10, 5_000)]).toEqual([
      { from: 970, to: 1_000 },
      { from: 850, to: 970 },
      { from: 370, to: 850 },
      { from: 0, to: 370 },
    ]));

  it('ends where the log begins, or when it has gone over enough', () => {
    expect([...backwards(990, 1_000, 10, 5_000)]).toEqual([{ from: 990, to: 1_000 }]);
    expect([...backwards(0, 10_000, 10, 100)].at(-1)).toEqual({ from: 9_900, to: 9_970 });
  });

  it('does not look into an empty log', () => expect([...backwards(5, 5, 10, 100)]).toEqual([]));
});
