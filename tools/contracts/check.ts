import { join } from 'node:path';
import { check, readTopic, topicsIn } from '@offset-zero/contracts/gate';

/** Prints what the gate says of every topic; true when it is open. */
export function checkAll(workspace: string): boolean {
  const schemas = join(workspace, 'schemas');
  const reports = topicsIn(schemas).map((topic) => check(readTopic(schemas, topic)));
  const problems = reports.flatMap((report) => report.problems);
  for (const line of reports.flatMap(({ notes }) => notes)) console.log(line);
  for (const line of problems) console.error(line);
  console.log(problems.length === 0 ? `${reports.length} topics pass the gate` : `${problems.length} problems`);
  return problems.length === 0;
}
