import type { Desk } from '../consume/commit.process.ts';
import type { Line } from './line.table.ts';

/** What is redriven, and for whom. */
export interface Redriving {
  desk: Desk;
  line: Line;
  /** Left out where nobody has asked for it: then nothing is audited, and a failure is for the caller to note. */
  by?: string;
}
