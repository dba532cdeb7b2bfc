/** What was written here, as Consistency-Tokens, so that what is read afterwards is not older. */
export interface Seen {
  note(token: string | undefined): void;
  /** For a read whose answer may come from a view. Empty when nothing was written lately. */
  headers(): { 'Consistency-Token'?: string };
}

/** Views follow within milliseconds; after so long a read need not wait for them any more. */
const KEEP_MS = 120_000;
/** The services take as much as stands for a hundred things. */
const MOST = 20;

export function createSeen(now: () => number = Date.now): Seen {
  let tokens: { token: string; at: number }[] = [];
  return {
    note(token) {
      if (token !== undefined) tokens = [...tokens, { token, at: now() }].slice(-MOST);
    },
    headers() {
      tokens = tokens.filter(({ at }) => now() - at < KEEP_MS);
      return tokens.length === 0 ? {} : { 'Consistency-Token': tokens.map(({ token }) => token).join(',') };
    },
  };
}
