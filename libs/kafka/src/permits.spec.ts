import { expect, it } from '@jest/globals';
import { Permits } from './permits.ts';

it('lets so many work at a time, and the others in their order', async () => {
  const permits = new Permits(2);
  const begun: string[] = [];
  const ends = new Map(['a', 'b', 'c', 'd'].map((name) => [name, Promise.withResolvers<string>()]));
  const all = [...ends].map(([name, { promise }]) =>
    permits.during(() => {
      begun.push(name);
      return promise;
    }),
  );
  expect(begun).toEqual(['a', 'b']);
  ends.get('b')!.resolve('b');
  expect(await all[1]).toBe('b');
  expect(begun).toEqual(['a', 'b', 'c']);
  for (const [name, { resolve }] of ends) resolve(name);
  expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd']);
});

it('does nothing for those who have left before their turn', async () => {
  const permits = new Permits(1);
  const first = Promise.withResolvers<void>();
  const begun: number[] = [];
  const gone = new Set<number>();
  const all = [
    permits.during(() => first.promise),
    ...Array.from({ length: 100 }, (_, i) =>
      permits.during(
        async () => begun.push(i),
        () => gone.has(i),
      ),
    ),
  ];
  for (let i = 0; i < 99; i++) gone.add(i);
  first.resolve();
  await Promise.all(all);
  expect(begun).toEqual([99]);
});

it('gives the permit on when the work fails', async () => {
  const permits = new Permits(1);
  const failed = permits.during(() => Promise.reject(new Error('away')));
  const next = permits.during(async () => 'done');
  await expect(failed).rejects.toThrow('away');
  expect(await next).toBe('done');
});
