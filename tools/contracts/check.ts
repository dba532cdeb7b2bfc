import { join } from 'node:path';
import { check, readTopic, topicsIn } from '@offset-zero/contracts/gate';
import { readersFiles, readersOnDisk } from './readers/files.ts';

/** Prints what the gate says of every topic, and which files of readers are not as the sources; true when all is well. */
export async function checkAll(workspace: string): Promise<boolean> {
  const schemas = join(workspace, 'schemas');
  const reports = topicsIn(schemas).map((topic) => check(readTopic(schemas, topic)));
  const problems = [...reports.flatMap((report) => report.problems), ...(await staleReaders(workspace))];
  for (const line of reports.flatMap(({ notes }) => notes)) console.log(line);
  for (const line of problems) console.error(line);
  console.log(problems.length === 0 ? `${reports.length} topics pass the gate` : `${problems.length} problems`);
  return problems.length === 0;
}

async function staleReaders(workspace: string): Promise<string[]> {
  const expected = await readersFiles(workspace);
  const found = readersOnDisk(workspace);
  const paths = [...new Set([...expected.keys(), ...found.keys()])];
  const stale = paths.filter((path) => expected.get(path) !== found.get(path));
  return stale.map((path) => `${path} is not what the sources say: npm run docs`);
}
