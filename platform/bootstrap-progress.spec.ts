import { describe, expect, it } from '@jest/globals';
import { progressOf, rate } from './bootstrap-progress.ts';

const view = { records: 700, lag: 300, caughtUp: false };

describe('the progress of a bootstrap', () => {
  it('has not begun while the service says nothing', () =>
    expect(progressOf({})).toEqual({ records: 0, total: 0, lag: 0, done: false }));
  it('adds the views up', () =>
    expect(progressOf({ ready: false, views: [view, { records: 10, lag: 0, caughtUp: true }] })).toEqual({
      records: 710,
      total: 1010,
      lag: 300,
      done: false,
    }));
  it('is done when the service is ready and has caught up, whatever came since', () =>
    expect(progressOf({ ready: true, views: [{ records: 1000, lag: 1, caughtUp: true }] }).done).toBe(true));
  it('counts by the second', () => expect(rate(500, 250)).toBe(2000));
});
