import { describe, expect, it } from '@jest/globals';
import type { SubscriptionStatus } from '@offset-zero/messaging';
import type { View } from '@offset-zero/views';
import type { Database } from '../database/database.ts';
import { Arrivals } from './arrivals.ts';
import { Consumption } from './consumption.ts';
import { Views } from './views.ts';

/** A view that has applied everything but one key, which comes after some looks; each look is followed by a commit. */
function world(missing: string, comesAtLook = Infinity) {
  const asked: string[] = [];
  const arrivals = new Arrivals();
  let looks = 0;
  const view = {
    ...{ id: 'names_1', name: 'names', topic: { name: 'customer' } },
    async hasApplied(_sql: unknown, key: string) {
      asked.push(key);
      if (key !== missing) return true;
      setImmediate(() => arrivals.notify());
      return ++looks >= comesAtLook;
    },
  } as unknown as View;
  const consumption = new Consumption();
  consumption.follow(() => [{ name: view.id, caughtUpOnce: true, lag: 7 } as SubscriptionStatus]);
  return { asked, views: new Views({} as Database, [view], consumption, arrivals) };
}

const seen = [...Array.from({ length: 99 }, (_, i) => `k${i}`), 'late'].map((key) => ({
  ...{ topic: 'customer', key, version: 1 },
}));

describe('a request that has seen a hundred things', () => {
  it('asks for each once, and again only for the one that is not there yet', async () => {
    const { asked, views } = world('late', 4);
    await views.caughtUpWith(seen, 30_000);
    expect(asked).toEqual([...seen.map(({ key }) => key), 'late', 'late', 'late']);
  });

  it('is told how far the view is behind when it does not come', async () => {
    const { asked, views } = world('late');
    await expect(views.caughtUpWith(seen, 200)).rejects.toMatchObject({
      code: 'view-behind',
      details: { extra: { lag: 7 } },
    });
    expect(asked.filter((key) => key !== 'late')).toHaveLength(99);
  });
});
