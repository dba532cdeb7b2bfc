import { execFileSync } from 'node:child_process';
import { releaseTopic } from '@offset-zero/contracts/gate';

/** Releases a topic, then writes anew what is generated from its schemas. */
export async function releaseAndGenerate(workspace: string, topic: string, dryRun: boolean): Promise<boolean> {
  await releaseTopic({ workspace, topic, dryRun, log: console.log });
  if (!dryRun) execFileSync('npm', ['run', '--silent', 'docs'], { cwd: workspace, stdio: 'inherit' });
  return true;
}
