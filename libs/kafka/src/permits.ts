/** At most so many readings of the log at a time; the others wait their turn. */
export class Permits {
  private readonly waiting: (() => void)[] = [];
  private left: number;

  constructor(most: number) {
    this.left = most;
  }

  async during<T>(work: () => Promise<T>): Promise<T> {
    if (this.left > 0) this.left--;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.left++;
    }
  }
}
