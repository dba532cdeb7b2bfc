import { expect, it, jest } from '@jest/globals';
import { follow, type LiveState } from './follow.ts';

it('where no token is to be had, waits and asks again', async () => {
  jest.useFakeTimers();
  const stop = new AbortController();
  const states: LiveState[] = [];
  const following = follow({
    url: 'http://127.0.0.1/api/live',
    headers: () => Promise.reject(new TypeError('Failed to fetch')),
    signal: stop.signal,
    onRecord: () => {},
    onState: (state) => states.push(state) === 4 && stop.abort(),
  });
  void jest.advanceTimersByTimeAsync(10_000);
  await following;
  expect(states).toEqual(['connecting', 'waiting', 'connecting', 'waiting']);
});
