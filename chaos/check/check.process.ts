import { collect } from './collect.process.ts';
import type { Evidence } from './evidence.ts';
import { judge } from './judge.ts';
import type { Report } from './report.ts';

/** Reads the log and the databases of a quiet shop and holds them against its laws and against what its clients were told. */
export const check = async (evidence: Evidence): Promise<Report> => judge(await collect(evidence));
