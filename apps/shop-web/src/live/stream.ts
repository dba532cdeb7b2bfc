import type { LiveRecord, LiveState } from '@offset-zero/live';

/** `refused`: this caller will not get it. */
export type StreamState = LiveState | 'refused';

export interface StreamListener {
  record(record: LiveRecord): void;
  /** What follows is live: fetch now. */
  ready(): void;
  /** There is a gap: what was heard before may be old by now. `ready` follows. */
  reset(): void;
  state(state: StreamState): void;
}

/** Reads `address` and tells `listener`, until the signal is aborted. */
export type ReadStream = (address: string, listener: StreamListener, signal: AbortSignal) => Promise<void>;
