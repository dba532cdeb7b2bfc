/** A page that is hidden for less keeps its stream: people look back and forth. */
const HIDDEN_MS = 20_000;

/** Fulfilled when the page can be seen and the machine has a network, or when `signal` is aborted. */
export function awake(signal: AbortSignal): Promise<void> {
  const isAwake = () => signal.aborted || (document.visibilityState === 'visible' && navigator.onLine);
  return new Promise((resolve) => {
    const done = new AbortController();
    const look = () => {
      if (!isAwake()) return;
      done.abort();
      resolve();
    };
    for (const [target, event] of [
      [document, 'visibilitychange'],
      [window, 'online'],
      [signal, 'abort'],
    ] as const) {
      target.addEventListener(event, look, { signal: done.signal });
    }
    look();
  });
}

/** Calls `stop` when the page has been hidden for a while or the network is gone. Returns what ends the watching. */
export function whenAsleep(stop: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    clearTimeout(timer);
    timer = document.visibilityState === 'hidden' ? setTimeout(stop, HIDDEN_MS) : undefined;
  };
  document.addEventListener('visibilitychange', look);
  window.addEventListener('offline', stop);
  look();
  return () => {
    clearTimeout(timer);
    window.removeEventListener('offline', stop);
    document.removeEventListener('visibilitychange', look);
  };
}
