interface Entry<Value> {
  value: Value;
  until: number;
}

/**
 * Values that were used lately, each until its time is over: at least the last `enough`, and never more than twice as
 * many. They are kept in two generations, so that finding one again moves nothing: when the young are `enough`, they
 * become the old, and those that were old are forgotten.
 */
export class Remembered<Value> {
  private young = new Map<string, Entry<Value>>();
  private old = new Map<string, Entry<Value>>();
  private readonly enough: number;

  constructor(enough: number) {
    this.enough = enough;
  }

  get(key: string, now: number): Value | undefined {
    const young = this.young.get(key);
    const entry = young ?? this.old.get(key);
    if (entry === undefined) return undefined;
    if (now >= entry.until) return this.delete(key);
    if (young === undefined) this.set(key, entry.value, entry.until);
    return entry.value;
  }

  /** `until` and `now` of `get` are on the same clock. */
  set(key: string, value: Value, until: number): void {
    this.old.delete(key);
    this.young.set(key, { value, until });
    if (this.young.size >= this.enough) [this.young, this.old] = [new Map(), this.young];
  }

  clear(): void {
    this.young.clear();
    this.old.clear();
  }

  get size(): number {
    return this.young.size + this.old.size;
  }

  private delete(key: string): undefined {
    this.young.delete(key);
    this.old.delete(key);
  }
}
