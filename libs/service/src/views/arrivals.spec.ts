import { describe, expect, it } from '@jest/globals';
import { Arrivals } from './arrivals.ts';

describe('waiting for what messages bring', () => {
  it('looks at once', async () => expect(await new Arrivals().until(async () => 'there', 0)).toBe('there'));

  it('looks again after a commit', async () => {
    const arrivals = new Arrivals();
    const looks: number[] = [];
    const found = arrivals.until(async () => (looks.push(1) === 2 ? 'there' : undefined), 10_000);
    await Promise.resolve();
    arrivals.notify();
    expect(await found).toBe('there');
  });

  it('does not miss a commit that comes while it looks', async () => {
    const arrivals = new Arrivals();
    let arrived = false;
    const look = async () => {
      const seen = arrived;
      if (!arrived) {
        arrived = true;
        arrivals.notify();
      }
      return seen ? 'there' : undefined;
    };
    expect(await arrivals.until(look, 10_000)).toBe('there');
  });

  it('looks no more often than the database can bear, however much is committed', async () => {
    const arrivals = new Arrivals();
    let looks = 0;
    const look = async () => {
      looks++;
      setImmediate(() => arrivals.notify());
      return undefined;
    };
    await arrivals.until(look, 200);
    expect(looks).toBeLessThanOrEqual(12);
  });

  it('looks less often the more wait', async () => {
    const arrivals = new Arrivals();
    let looks = 0;
    const look = async () => {
      looks++;
      return undefined;
    };
    await Promise.all(Array.from({ length: 400 }, () => arrivals.until(look, 300)));
    expect(looks).toBeLessThanOrEqual(2 * 400);
  });

  it('gives up at its deadline', async () =>
    expect(await new Arrivals().until(async () => undefined, 5)).toBeUndefined());

  it('ends when the service stops', async () => {
    const arrivals = new Arrivals();
    const found = arrivals.until(async () => undefined, 60_000);
    arrivals.stop();
    expect(await found).toBeUndefined();
  });
});
