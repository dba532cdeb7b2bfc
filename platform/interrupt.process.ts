/** One Ctrl-C reaches us twice: from the terminal, and handed on by npm. */
const SAME_MS = 500;

/**
 * Calls `first` at SIGINT, SIGTERM, SIGHUP, or when the npm that started us is gone; `again` when that is repeated by
 * somebody who does not want to wait.
 */
export function onInterrupt(first: (why: string) => void, again: () => void): void {
  let since: number | undefined;
  const interrupt = (why: string) => {
    if (since === undefined) {
      since = Date.now();
      first(why);
    } else if (Date.now() - since > SAME_MS) again();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => interrupt(signal));
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    interrupt('npm is gone');
  }, 1_000);
  watch.unref();
}
