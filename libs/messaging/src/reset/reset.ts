/** Where a subscription is to go on reading: each partition at this offset, at its first message of this time, at an end. */
export type Target = { offset: number } | { time: Date } | 'beginning' | 'end';

export interface ResetRequest {
  subscription: string;
  to: Target;
  /** One partition only. */
  partition?: number;
  /** Tells what it would do, and does nothing. */
  dryRun?: boolean;
}

/** What a reset means to one partition. Counts are of offsets: holes in the log make them upper bounds. */
export interface Move {
  partition: number;
  from: number;
  to: number;
  /** Messages that are handled again, as a replay. */
  again: number;
  /** Messages that are never handled. */
  skipped: number;
}

export interface ResetDone {
  subscription: string;
  topic: string;
  /** A view: it is rebuilt, and its rows serve on meanwhile. */
  rebuild: boolean;
  dryRun: boolean;
  moves: Move[];
}

/** A reset that cannot be done like this; `code` says why. */
export class ResetRefused extends Error {
  override name = 'ResetRefused';
  readonly code: 'not-in-log' | 'rebuild-only' | 'messages-parked' | 'no-partition';

  constructor(code: ResetRefused['code'], detail: string) {
    super(detail);
    this.code = code;
  }
}
