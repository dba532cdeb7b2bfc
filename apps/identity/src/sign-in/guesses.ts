/** How often somebody was wrong in a row, and until when he has to wait. */
interface Streak {
  wrong: number;
  /** ms since 1970. */
  until: number;
  at: number;
}

export interface Guesses {
  /** Seconds until the next try is looked at; 0 = now. */
  wait(who: string): number;
  wrong(who: string): void;
  right(who: string): void;
}

const LONGEST_MS = 60_000;
const FORGOTTEN_MS = 3_600_000;
const MOST = 10_000;

/**
 * Makes guessing slow: the first `free` wrong tries in a row cost nothing, each after that twice as long a pause, up to a
 * minute. Whoever is waited for is not locked out for longer than that, so nobody can lock another out.
 */
export function createGuesses(free: number, now: () => number = Date.now): Guesses {
  const streaks = new Map<string, Streak>();
  return {
    wait: (who) => Math.max(0, Math.ceil(((streaks.get(who)?.until ?? 0) - now()) / 1_000)),
    wrong(who) {
      const known = streaks.get(who);
      const wrong = known && now() - known.at < FORGOTTEN_MS ? known.wrong + 1 : 1;
      const pause = wrong <= free ? 0 : Math.min(1_000 * 2 ** (wrong - free - 1), LONGEST_MS);
      streaks.delete(who);
      streaks.set(who, { wrong, at: now(), until: now() + pause });
      if (streaks.size > MOST) streaks.delete(streaks.keys().next().value!); // who has been quiet for longest
    },
    right: (who) => void streaks.delete(who),
  };
}
