interface Sharing<T> {
  /** How an answer comes to be when it is its turn. */
  during: (make: () => Promise<T>) => Promise<T>;
  /** Whether it will be the same for a while. */
  isFinal: (answer: T) => boolean;
  keptMs: number;
  /** So many are kept at most; the oldest goes. */
  most: number;
  now: () => number;
}

/** Answers that those who ask for the same meanwhile share. Final ones are kept for some time; failures never. */
export class Shared<T> {
  private readonly underWay = new Map<string, Promise<T>>();
  private readonly kept = new Map<string, { answer: T; until: number }>();

  constructor(private readonly sharing: Sharing<T>) {}

  of(key: string, make: () => Promise<T>): Promise<T> {
    const known = this.kept.get(key);
    if (known !== undefined && known.until > this.sharing.now()) return Promise.resolve(known.answer);
    const asked = this.underWay.get(key);
    if (asked !== undefined) return asked;
    const answer = this.sharing
      .during(make)
      .then((made) => this.keep(key, made))
      .finally(() => this.underWay.delete(key));
    this.underWay.set(key, answer);
    return answer;
  }

  private keep(key: string, answer: T): T {
    const { isFinal, keptMs, most, now } = this.sharing;
    this.kept.delete(key); // so that it is the youngest
    if (!isFinal(answer)) return answer;
    this.kept.set(key, { answer, until: now() + keptMs });
    if (this.kept.size > most) this.kept.delete(this.kept.keys().next().value!);
    return answer;
  }
}
