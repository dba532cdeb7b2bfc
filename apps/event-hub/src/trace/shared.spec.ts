import { beforeEach, describe, expect, it } from '@jest/globals';
import { Permits } from '@offset-zero/kafka';
import { Shared } from './shared.ts';

let clock: number;
let shared: Shared<string>;
/** What is being made, with how each ends. */
let making: { key: string; end: PromiseWithResolvers<string> }[];

beforeEach(() => {
  clock = 0;
  making = [];
  const permits = new Permits(2);
  shared = new Shared({
    during: (make) => permits.during(make),
    isFinal: (answer) => answer !== 'not yet',
    ...{ keptMs: 1_000, most: 2, now: () => clock },
  });
});

const ask = (key: string) =>
  shared.of(key, () => {
    const end = Promise.withResolvers<string>();
    making.push({ key, end });
    return end.promise;
  });
const made = () => making.map(({ key }) => key);
async function answered(key: string, answer = key): Promise<void> {
  const asked = ask(key);
  making.at(-1)!.end.resolve(answer);
  await asked;
}

describe('a shared answer', () => {
  it('is made once for all who ask meanwhile', async () => {
    const asked = [ask('a'), ask('a'), ask('a')];
    expect(made()).toEqual(['a']);
    making[0]!.end.resolve('done');
    expect(await Promise.all(asked)).toEqual(['done', 'done', 'done']);
  });

  it('waits its turn when enough are being made', async () => {
    const asked = ['a', 'b', 'c'].map(ask);
    expect(made()).toEqual(['a', 'b']);
    making[0]!.end.resolve('done');
    await asked[0];
    expect(made()).toEqual(['a', 'b', 'c']);
  });

  it('that is final is kept for a while', async () => {
    await answered('a');
    clock = 999;
    expect(await ask('a')).toBe('a');
    expect(made()).toEqual(['a']);
    clock = 1_000;
    await answered('a');
    expect(made()).toEqual(['a', 'a']);
  });

  it('that is not is made anew', async () => {
    await answered('a', 'not yet');
    await answered('a');
    expect(made()).toEqual(['a', 'a']);
  });

  it('goes when there are too many, the oldest first', async () => {
    for (const key of ['a', 'b', 'c']) await answered(key);
    expect(await ask('b')).toBe('b');
    await answered('a');
    expect(made()).toEqual(['a', 'b', 'c', 'a']);
  });

  it('that failed has failed for all who asked meanwhile, and nobody later', async () => {
    const asked = [ask('a'), ask('a')];
    making[0]!.end.reject(new Error('away'));
    for (const each of asked) await expect(each).rejects.toThrow('away');
    await answered('a');
    expect(made()).toEqual(['a', 'a']);
  });
});
