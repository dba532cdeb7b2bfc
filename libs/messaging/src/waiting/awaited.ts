import type { Line } from '../parked/line.table.ts';

/** A line as one word. */
export const idOf = ({ at, key }: Line): string =>
  [at.subscription, at.topic, at.partition, key.toString('latin1')].join('/');

interface Waiter {
  line: Line;
  /** The last look at the table that it was seen in, or after which it came. */
  seen: number;
}

/**
 * What is being waited for, by which lines, as far as this process knows: what it has put aside itself, at once, and
 * what others have, since the last look at the table. Where nothing waits for a topic, an arrival costs a look into a map.
 */
export class Awaited {
  /** By topic, by key, by the line's id. */
  private readonly waiters = new Map<string, Map<string, Map<string, Waiter>>>();
  private looks = 0;
  /** Is told which lines may go on. */
  onArrival: (lines: Line[]) => void = () => {};

  add(waitsFor: string, line: Line): void {
    const slash = waitsFor.indexOf('/');
    const byKey = getOrCreate(this.waiters, waitsFor.slice(0, slash));
    const lines = getOrCreate(byKey, waitsFor.slice(slash + 1));
    lines.set(idOf(line), { line, seen: this.looks });
  }

  /** Things of a topic have been committed. Who still misses something will say so again. */
  arrived(topic: string, keys: Iterable<string>): void {
    const byKey = this.waiters.get(topic);
    if (!byKey) return;
    const released: Line[] = [];
    for (const key of keys) {
      for (const { line } of byKey.get(key)?.values() ?? []) released.push(line);
      byKey.delete(key);
    }
    if (byKey.size === 0) this.waiters.delete(topic);
    if (released.length > 0) this.onArrival(released);
  }

  /** Takes over what the table has, and forgets what it has not had for two looks: one may still be committing. */
  refresh(rows: Iterable<{ waitsFor: string | null; line: Line }>): void {
    this.looks++;
    for (const { waitsFor, line } of rows) if (waitsFor !== null) this.add(waitsFor, line);
    for (const [topic, byKey] of this.waiters) {
      for (const [key, lines] of byKey) {
        for (const [id, { seen }] of lines) if (seen < this.looks - 1) lines.delete(id);
        if (lines.size === 0) byKey.delete(key);
      }
      if (byKey.size === 0) this.waiters.delete(topic);
    }
  }
}

function getOrCreate<K, V>(outer: Map<string, Map<K, V>>, key: string): Map<K, V> {
  const found = outer.get(key) ?? new Map<K, V>();
  outer.set(key, found);
  return found;
}
