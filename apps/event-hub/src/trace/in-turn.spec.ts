import { beforeEach, describe, expect, it } from '@jest/globals';
import { InTurn } from './in-turn.ts';

let asked: string[];
let inTurn: InTurn;
beforeEach(() => {
  asked = [];
  inTurn = new InTurn(['a', 'b', 'c']);
});

const ask = (...away: string[]) =>
  inTurn.ask(async (address) => {
    asked.push(address);
    if (away.includes(address)) throw new Error(`${address} is away`);
    return address;
  });

describe('several addresses', () => {
  it('are asked until one answers', async () => {
    expect(await ask('a')).toBe('b');
    expect(asked).toEqual(['a', 'b']);
  });

  it('have nobody wait again for one that was away', async () => {
    await ask('a');
    asked = [];
    expect(await ask()).toBe('b');
    expect(asked).toEqual(['b']);
  });

  it('are all away when each is', async () => {
    await expect(ask('a', 'b', 'c')).rejects.toThrow('c is away');
    expect(asked).toEqual(['a', 'b', 'c']);
  });
});
