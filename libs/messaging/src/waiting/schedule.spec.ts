import { describe, expect, it } from '@jest/globals';
import { Schedule } from './schedule.ts';

const lines = (...ids: string[]) => ids.map((id) => ({ id }));
const ids = (due: { id: string }[]) => due.map(({ id }) => id);

describe('what is tried although nothing was seen to arrive', () => {
  it('is tried at once, then ever more seldom, and at least once a minute', () => {
    const schedule = new Schedule(5_000);
    const tried: number[] = [];
    for (let now = 0; now <= 300_000; now += 5_000) if (schedule.due(lines('a'), now).length > 0) tried.push(now);
    expect(tried.slice(0, 6)).toEqual([0, 5_000, 15_000, 35_000, 75_000, 135_000]);
    expect(tried.slice(5).every((at, index, all) => index === 0 || at - all[index - 1]! === 60_000)).toBe(true);
  });

  it('is a line by itself: one that comes later begins at once', () => {
    const schedule = new Schedule(1_000);
    schedule.due(lines('a'), 0);
    expect(ids(schedule.due(lines('a', 'b'), 500))).toEqual(['b']);
  });

  it('begins anew when it had ceased to wait, or could not be tried', () => {
    const schedule = new Schedule(1_000);
    schedule.due(lines('a', 'b'), 0);
    schedule.due(lines('a'), 1);
    schedule.forget('a');
    expect(ids(schedule.due(lines('a', 'b'), 2))).toEqual(['a', 'b']);
  });

  it('comes as seldom as sweeps do, where these are rarer', () => {
    const schedule = new Schedule(600_000);
    expect([0, 599_999, 600_000, 1_800_000].map((now) => schedule.due(lines('a'), now).length)).toEqual([1, 0, 1, 1]);
  });
});
