import { beforeEach, describe, expect, it } from '@jest/globals';
import { Quota } from './quota.ts';

let now: number;
const quotaOf = (max: number, clients?: number) => new Quota({ max, windowMs: 2_000 }, () => now, clients);

beforeEach(() => {
  now = 10_000;
});

describe('a quota', () => {
  it('says what is left, and is exceeded by the one after the last', () => {
    const quota = quotaOf(2);
    expect([1, 2, 3, 4].map(() => quota.take('anna'))).toEqual([
      { limit: 2, left: 1, resetsInS: 2, isExceeded: false },
      { limit: 2, left: 0, resetsInS: 2, isExceeded: false },
      { limit: 2, left: 0, resetsInS: 2, isExceeded: true },
      { limit: 2, left: 0, resetsInS: 2, isExceeded: true },
    ]);
  });

  it('is of each client', () => {
    const quota = quotaOf(1);
    quota.take('anna');
    expect(quota.take('ben').isExceeded).toBe(false);
    expect(quota.take('anna').isExceeded).toBe(true);
  });

  it('begins anew when its window ends, which going on does not put off', () => {
    const quota = quotaOf(1);
    quota.take('anna');
    now += 1_999;
    expect(quota.take('anna')).toMatchObject({ isExceeded: true, resetsInS: 1 });
    now += 1;
    expect(quota.take('anna')).toMatchObject({ isExceeded: false, resetsInS: 2 });
  });

  it('forgets whose window began first when there are too many', () => {
    const quota = quotaOf(1, 2);
    quota.take('anna');
    quota.take('ben');
    now += 2_000;
    quota.take('anna'); // her window is the younger now
    quota.take('cleo');
    expect(quota.take('anna').isExceeded).toBe(true);
    expect(quota.take('ben').isExceeded).toBe(false);
  });
});
