/** What has come of a topic. While paused, what comes is held back, and shown when it goes on. */
export interface Tail<T> {
  /** Newest first. */
  shown: T[];
  held: T[];
  paused: boolean;
  /** How many were let go, because a tail keeps so many only. */
  dropped: number;
}

export type TailAction<T> =
  { type: 'arrived'; records: T[] } | { type: 'paused' } | { type: 'resumed' } | { type: 'cleared' };

/** Enough to look at; a browser with ten thousand rows is of no use to anybody. */
export const LIMIT = 500;

export const nothingYet = { shown: [], held: [], paused: false, dropped: 0 };

export function follow<T>(tail: Tail<T>, action: TailAction<T>): Tail<T> {
  switch (action.type) {
    case 'arrived': {
      const newest = action.records.toReversed();
      return tail.paused ? bounded({ ...tail, held: [...newest, ...tail.held] }) : shown(tail, newest);
    }
    case 'paused':
      return { ...tail, paused: true };
    case 'resumed':
      return shown({ ...tail, paused: false, held: [] }, tail.held);
    case 'cleared':
      return { ...nothingYet, paused: tail.paused };
  }
}

const shown = <T>(tail: Tail<T>, newest: T[]): Tail<T> => bounded({ ...tail, shown: [...newest, ...tail.shown] });

function bounded<T>(tail: Tail<T>): Tail<T> {
  const over = Math.max(0, tail.shown.length - LIMIT) + Math.max(0, tail.held.length - LIMIT);
  if (over === 0) return tail;
  return { ...tail, shown: tail.shown.slice(0, LIMIT), held: tail.held.slice(0, LIMIT), dropped: tail.dropped + over };
}
