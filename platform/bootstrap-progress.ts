/** What /health/ready says of a service's views, ready or not. */
export interface Health {
  ready?: boolean;
  views?: { records: number; lag: number; caughtUp: boolean }[];
}

export interface Progress {
  records: number;
  /** Records and what is still to come. */
  total: number;
  lag: number;
  done: boolean;
}

/** Where the filling of all views together stands. A service that says nothing yet has done nothing yet. */
export function progressOf({ ready = false, views = [] }: Health): Progress {
  const sum = (of: (view: (typeof views)[number]) => number) => views.reduce((total, view) => total + of(view), 0);
  const [records, lag] = [sum((view) => view.records), sum((view) => view.lag)];
  return { records, total: records + lag, lag, done: ready && views.every(({ caughtUp }) => caughtUp) };
}

/** Records per second, whole. */
export const rate = (records: number, elapsedMs: number): number =>
  Math.round((records * 1_000) / Math.max(1, elapsedMs));
