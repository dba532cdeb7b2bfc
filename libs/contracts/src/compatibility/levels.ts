import { type Break, breaks } from './readable.ts';

/** A registry's levels. The plain ones compare with the newest version only. */
export type Level = Direction | `${Direction}_TRANSITIVE`;
type Direction = 'BACKWARD' | 'FORWARD' | 'FULL';

/** What every contract of the shop is held to. */
export const LEVEL: Level = 'FULL_TRANSITIVE';

export interface Conflict extends Break {
  /** The released version that the new schema cannot live with, from 1. */
  version: number;
  /** Who stumbles: a new reader over what was written before, or an old reader over what will be written. */
  reader: 'new' | 'old';
}

/** What stands between a schema and the released versions, oldest first, at a level; empty when nothing does. */
export function conflicts(next: unknown, released: readonly unknown[], level: Level = LEVEL): Conflict[] {
  const first = level.endsWith('_TRANSITIVE') ? 0 : Math.max(0, released.length - 1);
  return released.flatMap((old, index) => {
    if (index < first) return [];
    const version = index + 1;
    const backward = level.startsWith('FORWARD') ? [] : breaks(next, old);
    const forward = level.startsWith('BACKWARD') ? [] : breaks(old, next);
    return [
      ...backward.map((found): Conflict => ({ ...found, version, reader: 'new' })),
      ...forward.map((found): Conflict => ({ ...found, version, reader: 'old' })),
    ];
  });
}
