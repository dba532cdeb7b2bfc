export const WAITS_FOR = 'waits-for';

const DEPTH = 5;

/**
 * Thrown by a handler that finds that something it refers to has not arrived here yet: the thing with this `key` of a
 * topic. The message is put aside, later ones of its key behind it, and handled when the thing arrives. It is no failure:
 * nothing is counted and nothing stops. What will never arrive is for the handler to tell; see docs/how-it-works/consuming.md.
 */
export class Missing extends Error {
  override name = 'Missing';
  readonly topic: string;
  readonly key: string;

  constructor(topic: string, key: string, options?: ErrorOptions) {
    super(`${topic} ${key} has not arrived yet`, options);
    this.topic = topic;
    this.key = key;
  }

  /** As the column `waits_for` has it: a topic's name has no slash, and Postgres takes neither NUL nor halves of characters. */
  get waitsFor(): string {
    return `${this.topic}/${this.key}`.replaceAll('\0', '\\0').toWellFormed();
  }
}

/** What an error says is missing, by itself or by what it wraps. */
export function missingIn(error: unknown): Missing | undefined {
  let inner: unknown = error;
  for (let depth = 0; depth < DEPTH && inner instanceof Error; depth++) {
    if (inner instanceof Missing) return inner;
    inner = inner.cause;
  }
  return undefined;
}
