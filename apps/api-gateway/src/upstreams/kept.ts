/**
 * `ask` for many who want to know the same: they share one question, and its answer for `forMs`. A failure is not kept.
 */
export function kept<T>(forMs: number, ask: () => Promise<T>, now: () => number = Date.now): () => Promise<T> {
  let asked: Promise<T> | undefined;
  let until = Infinity;
  return () => {
    if (asked !== undefined && now() < until) return asked;
    const mine = ask();
    [asked, until] = [mine, Infinity];
    mine.then(
      () => (until = now() + forMs),
      () => (asked = undefined),
    );
    return mine;
  };
}
