import { createHash } from 'node:crypto';
import type { Column } from './columns.ts';

/** All that makes a view behave as it does. */
export interface Behaviour {
  topic: string;
  columns: readonly Column[];
  /** What the view makes of the golden samples of every schema version. */
  rows: readonly object[];
  /** To be raised when `row()` changes in a way that no sample shows. */
  version: number;
  extensions: readonly string[];
  /** Extra DDL, written for any table. */
  ddl: readonly string[];
}

/** How tables are built. Raise it when that changes: every view is then built anew. */
const LAYOUT = 1;

/** Eight hex digits; the same for the same behaviour. A schema version that changes no row changes nothing. */
export function fingerprintOf({ rows, ...behaviour }: Behaviour): string {
  const distinct = [...new Set(rows.map((row) => JSON.stringify(row)))];
  return createHash('sha256')
    .update(JSON.stringify({ layout: LAYOUT, ...behaviour, rows: distinct }))
    .digest('hex')
    .slice(0, 8);
}
