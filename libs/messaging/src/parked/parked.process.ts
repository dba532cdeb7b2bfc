import type { Desk } from '../consume/commit.process.ts';
import { NotRunning, type Parked } from './parked.ts';
import { redrive } from './redrive.process.ts';

const later = async (): Promise<never> => {
  throw new Error('not there yet');
};

/** What operators do with the parked messages of a service. */
export function parkedOf(desks: Desk[]): Parked {
  const deskOf = (name: string): Desk => {
    const found = desks.find(({ subscription }) => subscription.name === name);
    if (!found) throw new NotRunning(`no subscription here is called ${name}`);
    return found;
  };
  return {
    list: later,
    inspect: later,
    redrive: async ({ subscription, key }) => redrive(deskOf(subscription), key),
    discard: later,
    audit: later,
  };
}
