/**
 * How a call to an instance came to nothing:
 * - `unreachable`: the request did not get there, so nothing was done
 * - `lost`: the connection broke before the answer; what was asked may have been done
 * - `silent`: it took the request and did not answer in time
 * - `resting`: it answered 503, and was not the last one to be asked
 */
export type How = 'unreachable' | 'lost' | 'silent' | 'resting';

/** A call that came to nothing because of the instance. */
export class Failed extends Error {
  readonly how: How;

  constructor(how: How, why: string) {
    super(why);
    this.name = 'Failed';
    this.how = how;
  }
}

export const MOST_ATTEMPTS = 3;

/**
 * Whether the call may be made again after so many attempts: nothing was done, or doing it twice is like doing it once.
 * What broke a connection is asked once more and not twice: it may be the question that kills who answers it.
 */
export const mayRepeat = ({ how }: Failed, isSafe: boolean, attempts: number): boolean =>
  how === 'lost'
    ? isSafe && attempts === 1
    : (how === 'unreachable' || (isSafe && how === 'resting')) && attempts < MOST_ATTEMPTS;

/** Whether it speaks against the instance. One that rests has said so in time. */
export const isFault = (error: unknown): boolean => error instanceof Failed && error.how !== 'resting';
