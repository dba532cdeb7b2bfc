import { expect, it, jest } from '@jest/globals';
import type { StreamListener } from './stream.ts';
import { createStreams } from './streams.ts';

function world() {
  const opened: { address: string; listener: StreamListener; signal: AbortSignal }[] = [];
  const streams = createStreams(async (address, listener, signal) => void opened.push({ address, listener, signal }));
  return { streams, opened };
}

it('one address is one connection, and everybody hears it', () => {
  const { streams, opened } = world();
  const heard: string[] = [];
  streams.subscribe('/a', { ready: () => heard.push('first') });
  streams.subscribe('/a', { ready: () => heard.push('second') });
  streams.subscribe('/b', {});
  expect(opened.map(({ address }) => address)).toEqual(['/a', '/b']);
  opened[0]!.listener.ready();
  expect(heard).toEqual(['first', 'second']);
});

it('whoever comes to a live stream is told so at once', () => {
  const { streams, opened } = world();
  streams.subscribe('/a', {});
  opened[0]!.listener.state('live');
  const heard: string[] = [];
  streams.subscribe('/a', { ready: () => heard.push('ready'), state: (state) => heard.push(state) });
  expect(heard).toEqual(['live', 'ready']);
});

it('whoever left hears nothing, and all ends when it is closed', () => {
  const { streams, opened } = world();
  const heard: string[] = [];
  const leave = streams.subscribe('/a', { state: (state) => heard.push(state) });
  leave();
  opened[0]!.listener.state('live');
  expect(heard).toEqual(['connecting']);
  streams.close();
  expect(opened[0]!.signal.aborted).toBe(true);
});

it('a stream that broke is told, and whoever comes next gets a new one', async () => {
  const told = jest.spyOn(console, 'error').mockImplementation(() => {});
  let opened = 0;
  const streams = createStreams(async () => {
    if (++opened === 1) throw new Error('not a stream');
  });
  const heard: string[] = [];
  streams.subscribe('/a', { state: (state) => heard.push(state) });
  await Promise.resolve();
  expect([heard, opened, told.mock.calls.length]).toEqual([['connecting', 'refused'], 1, 1]);
  streams.subscribe('/a', {});
  expect(opened).toBe(2);
  told.mockRestore();
});
