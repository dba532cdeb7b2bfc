/** How often somebody was wrong, and until when he has to wait. */
interface Streak {
  wrong: number;
  /** ms since 1970. */
  until: number;
  /** The last time. */
  at: number;
}

export interface Guesses {
  /** Seconds until the next try is looked at; 0 = now. */
  wait(who: string): number;
  wrong(who: string): void;
  right(who: string): void;
}

const LONGEST_MS = 60_000;
/** So many pauses until the longest. More is not counted, or it would take days to be forgotten. */
const STEPS = 7;
/** So long without a wrong try, and one of those before is forgotten. */
const FORGOTTEN_MS = 120_000;
const MOST = 10_000;

/**
 * Makes guessing slow: the first `free` wrong tries cost nothing, each after that twice as long a pause, up to a minute.
 * They are forgotten one by one, so that those of many people in a day do not add up. `who` has to be somebody who can
 * only hurt himself: with every wrong try he waits again.
 */
export function createGuesses(free: number, now: () => number = Date.now): Guesses {
  const streaks = new Map<string, Streak>();
  return {
    wait: (who) => Math.max(0, Math.ceil(((streaks.get(who)?.until ?? 0) - now()) / 1_000)),
    wrong(who) {
      const known = streaks.get(who);
      const still = known ? known.wrong - Math.floor((now() - known.at) / FORGOTTEN_MS) : 0;
      const wrong = Math.min(Math.max(still, 0) + 1, free + STEPS);
      const pause = wrong <= free ? 0 : Math.min(1_000 * 2 ** (wrong - free - 1), LONGEST_MS);
      streaks.delete(who);
      streaks.set(who, { wrong, at: now(), until: now() + pause });
      if (streaks.size > MOST) streaks.delete(streaks.keys().next().value!); // who has been quiet for longest
    },
    right: (who) => void streaks.delete(who),
  };
}
