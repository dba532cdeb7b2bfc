interface Entry<Value> {
  value: Value;
  until: number;
}

/** The `most` values that were used last, each until its time is over. */
export class Remembered<Value> {
  private readonly entries = new Map<string, Entry<Value>>();
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  get(key: string, now: number): Value | undefined {
    const entry = this.entries.get(key);
    if (entry === undefined) return undefined;
    this.entries.delete(key);
    if (now >= entry.until) return undefined;
    this.entries.set(key, entry); // a Map keeps its order: the first is the one not used for longest
    return entry.value;
  }

  /** `until` and `now` of `get` are on the same clock. */
  set(key: string, value: Value, until: number): void {
    this.entries.delete(key);
    this.entries.set(key, { value, until });
    if (this.entries.size > this.most) this.entries.delete(this.entries.keys().next().value!);
  }

  clear(): void {
    this.entries.clear();
  }

  get size(): number {
    return this.entries.size;
  }
}
