import type { LiveRecord } from '@offset-zero/live';

/**
 * The latest value of each key that came through the stream. Shown instead of what was fetched: a fetch that was under
 * way when a record came may bring what was before it.
 */
export interface LiveValues {
  /** One that cannot be decoded says nothing of its key: what was known before stays. */
  record(record: LiveRecord): void;
  /** A gap: what was heard before it may be old by now. */
  clear(): void;
  /** Undefined: nothing was heard; null: deleted. */
  get(topic: string, key: string): Record<string, unknown> | null | undefined;
  /** Grows with every change. */
  changes(): number;
  subscribe(changed: () => void): () => void;
}

export function createLiveValues(): LiveValues {
  const values = new Map<string, Record<string, unknown> | null>();
  const listeners = new Set<() => void>();
  let changes = 0;
  const tell = () => {
    changes++;
    listeners.forEach((changed) => changed());
  };
  return {
    record({ topic, key, value, undecodable }) {
      if (undecodable) return;
      values.set(`${topic}/${key}`, value);
      tell();
    },
    clear() {
      values.clear();
      tell();
    },
    get: (topic, key) => values.get(`${topic}/${key}`),
    changes: () => changes,
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}
