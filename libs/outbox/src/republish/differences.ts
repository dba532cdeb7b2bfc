/** What the log says of a key. */
export interface Logged {
  /** Of the last record. */
  version: number;
  /** The highest of the records before it, -1 when there is none: an owner that went back may have gone back here too. */
  before: number;
  /** Of the last value in the owner's schema; null for a tombstone, `''` when it cannot be decoded. */
  hash: string | null;
}

/** What the owner says of a key; `hash` is null for a gravestone. */
export interface Held {
  version: number;
  hash: string | null;
}

export const kinds = {
  'missing-in-log': 'the owner has a value, the log has nothing',
  'log-behind': "the log's last version is older than the owner's",
  'value-differs': 'the same version, another value',
  'log-ahead': 'the log has had this version or a newer one with another value: a restored backup',
  'unknown-to-owner': 'the log has a value, the owner has never heard of it: made after the backup',
  'deleted-in-log': 'the log has a tombstone, the owner a value: deleted after the backup',
  'deleted-by-owner': 'the owner has deleted it, the log has a value',
  'deletion-forgotten': 'both say deleted, but the owner would count again from a version that the log has had',
} as const;

export type DifferenceKind = keyof typeof kinds;

export interface Difference {
  kind: DifferenceKind;
  /** The version that the owner has after the repair. */
  version: number;
  /** False when only the owner has something to learn. */
  publish: boolean;
}

/**
 * How the log differs from the owner's table, and the version that ends it; undefined when it does not. The table is the
 * truth, and versions never restart: what the table has is published as it is while the log has seen nothing as new, and
 * otherwise above everything that the log has seen. `remembers`: whether the owner keeps gravestones.
 */
export function difference(
  logged: Logged | undefined,
  held: Held | undefined,
  remembers: boolean,
): Difference | undefined {
  if (logged === undefined) {
    if (held === undefined || held.hash === null) return undefined; // a tombstone may have been compacted away
    return { kind: 'missing-in-log', version: held.version, publish: true };
  }
  if (logged.hash === null && (held === undefined || held.hash === null)) return forgotten(logged, held, remembers);
  if (held !== undefined && logged.hash === held.hash && logged.version === held.version) {
    return logged.version > logged.before ? undefined : above(logged, 'log-ahead');
  }
  if (held === undefined) return above(logged, 'unknown-to-owner');
  const kind = kindOf(logged, held);
  return highest(logged) < held.version ? { kind, version: held.version, publish: true } : above(logged, kind);
}

const highest = ({ version, before }: Logged): number => Math.max(version, before);

const above = (logged: Logged, kind: DifferenceKind): Difference => ({
  kind,
  version: highest(logged) + 1,
  publish: true,
});

function kindOf(logged: Logged, held: Held): DifferenceKind {
  if (held.hash === null) return 'deleted-by-owner';
  if (logged.hash === null) return 'deleted-in-log';
  if (highest(logged) < held.version) return 'log-behind';
  return highest(logged) > held.version ? 'log-ahead' : 'value-differs';
}

function forgotten(logged: Logged, held: Held | undefined, remembers: boolean): Difference | undefined {
  const version = highest(logged);
  if (!remembers || version <= (held?.version ?? 0)) return undefined;
  return { kind: 'deletion-forgotten', version, publish: false };
}
