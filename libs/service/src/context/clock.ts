import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';

/** The time, so that a test can say what it is. */
@Injectable()
export class Clock {
  /** Milliseconds since 1970. */
  now(): number {
    return Date.now();
  }
}

/** New ids, in the order of time. */
@Injectable()
export class Ids {
  next(): string {
    return uuidv7();
  }
}
