/** `npm run ops`: looks at what services read, and sets it right. docs/operations/ops.md says when to do what. */
import { root, loadSettings } from '@offset-zero/platform/environment';
import { findApps } from '@offset-zero/platform/manifests.process';
import { terminal } from './ops/io.ts';
import { runOps } from './ops/run.ts';

const args = process.argv.slice(2);
const apps = (await findApps(root)).filter(({ manifest }) => manifest.database);
const urls = () => {
  const { portOf } = loadSettings();
  return new Map(apps.map(({ manifest }) => [manifest.name, `http://127.0.0.1:${portOf(manifest)}`]));
};

await runOps(args, urls, terminal(args.includes('--json')), console.log).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
