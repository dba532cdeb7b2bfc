const PAUSE_MS = 30_000;

export const reload = (): void => location.reload();

/** At once, unless the document is itself one that was just loaded again: that could go on for ever. */
export function mayReload(): Promise<void> {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const pause = navigation?.type === 'reload' ? PAUSE_MS - performance.now() : 0;
  return new Promise((resolve) => setTimeout(resolve, pause));
}
