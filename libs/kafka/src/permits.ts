/** At most so many readings of the log at a time; the others wait their turn. */
export class Permits {
  private readonly waiting: (() => void)[] = [];
  private left: number;

  constructor(most: number) {
    this.left = most;
  }

  /** Undefined, and nothing done, when it is `over` by the time its turn has come: nobody waits for it any more. */
  async during<T>(work: () => Promise<T>, over?: undefined): Promise<T>;
  async during<T>(work: () => Promise<T>, over: () => boolean): Promise<T | undefined>;
  async during<T>(work: () => Promise<T>, over = () => false): Promise<T | undefined> {
    if (this.left > 0) this.left--;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      return over() ? undefined : await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.left++;
    }
  }
}
