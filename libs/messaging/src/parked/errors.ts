/** The subscription is none of this process: nobody here can handle its messages. */
export class NotRunning extends Error {
  override name = 'NotRunning';
}

/** The process is about to end; what was done until then is done. */
export class Stopping extends Error {
  override name = 'Stopping';
}

/** No such message is parked (any more). */
export class NotParked extends Error {
  override name = 'NotParked';
}

/** An earlier message of the key is parked: handling this one now would break their order. */
export class NotFirstOfKey extends Error {
  override name = 'NotFirstOfKey';
  /** The offset that comes first. */
  readonly first: number;

  constructor(offset: number, first: number) {
    super(`${offset} is not the first parked message of its key: ${first} is`);
    this.first = first;
  }
}

/** `after` is not what an earlier page gave as `next`. */
export class BadCursor extends Error {
  override name = 'BadCursor';
}
