import { createGuesses } from './guesses.ts';
import { networkOf } from './network.ts';

export interface Attempts {
  /** Seconds until the next try is looked at; 0 = now. */
  wait(name: string, address: string): number;
  wrong(name: string, address: string): void;
  right(name: string, address: string): void;
}

/** Many may sit behind one address, so it has more tries than one name there. */
const FREE = { name: 4, address: 30 };

/**
 * Who guesses is known by his address: he is slowed down for each name, and for all names together. A name alone counts
 * nothing, or anybody who knows it could keep its owner out. Being right about one name takes back nothing that was
 * wrong about others, or an account of one's own would buy tries at everybody else's.
 */
export function createAttempts(now: () => number = Date.now): Attempts {
  const byName = createGuesses(FREE.name, now);
  const byAddress = createGuesses(FREE.address, now);
  const pair = (name: string, address: string) => `${networkOf(address)} ${name}`;
  return {
    wait: (name, address) => Math.max(byName.wait(pair(name, address)), byAddress.wait(networkOf(address))),
    wrong(name, address) {
      byName.wrong(pair(name, address));
      byAddress.wrong(networkOf(address));
    },
    right: (name, address) => byName.right(pair(name, address)),
  };
}
