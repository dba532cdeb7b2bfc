import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { eraseData } from '@offset-zero/platform/data-dir.process';
import { eventually } from '@offset-zero/testing';

const root = join(import.meta.dirname, '..');
const run = promisify(execFile);

/** Ports of its own, so that a shop that already runs on this machine is left alone. */
const PORT_OFFSET = Number(process.env.E2E_PORT_OFFSET ?? 4_000);

/** What would have the shop, or a tool that looks at it, use servers that are not its own. */
const OTHER_SERVERS = ['KAFKA_BROKERS', 'REGISTRY_URL', 'POSTGRES_URL', 'OIDC_ISSUER', 'OIDC_JWKS_URI', 'OIDC_CLIENTS'];

export interface Shop {
  /** Everything a child process needs to find this shop: its ports and its data. */
  env: NodeJS.ProcessEnv;
  /** Sends SIGINT to the npm process alone, as Ctrl-C in a supervisor would, and waits for its end. */
  stop(): Promise<void>;
}

/** Starts the whole system with `npm start`, on empty data, and waits until it says that it runs. */
export async function startShop(more: NodeJS.ProcessEnv = {}): Promise<Shop> {
  const dataDir = mkdtempSync(join(tmpdir(), 'offset-zero-e2e-'));
  for (const name of OTHER_SERVERS) delete process.env[name];
  const env = { ...process.env, PORT_OFFSET: String(PORT_OFFSET), DATA_DIR: dataDir, FORCE_COLOR: '0', ...more };
  mkdirSync(join(root, '.results'), { recursive: true });
  const logFile = join(root, '.results', 'e2e-shop.log');
  const out = openSync(logFile, 'w');
  const npm = spawn('npm', ['start'], { cwd: root, env, stdio: ['ignore', out, out] });
  const ended = new Promise<void>((resolve) => npm.once('exit', () => resolve()));
  try {
    await eventually(
      () => {
        if (npm.exitCode !== null) throw new Error('npm start ended');
        return readFileSync(logFile, 'utf8').includes('The shop runs');
      },
      300_000, // it may have to compile everything first
      250,
    );
  } catch (error) {
    npm.kill('SIGINT');
    throw new Error(`The shop did not start:\n${readFileSync(logFile, 'utf8').slice(-4_000)}`, { cause: error });
  }
  const stop = async () => {
    await interrupt(npm, ended);
    eraseData(dataDir);
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { env, stop };
}

async function interrupt(npm: ChildProcess, ended: Promise<void>): Promise<void> {
  npm.kill('SIGINT');
  await ended;
}

/** The door of the shop under test, and its pages. */
export const shopUrl = `http://127.0.0.1:${8080 + PORT_OFFSET}`;

/** The public API of the shop under test. */
export const api = `${shopUrl}/api`;

/** The address of one service's own port: customer 3001, product 3002, stock 3003, order 3004, search 3005. */
export const service = (port: number) => `http://127.0.0.1:${port + PORT_OFFSET}`;

/** Where the spans of all its services go: `${collector}/<trace id>` gives those of a trace. */
export const collectorPort = 4318 + PORT_OFFSET;
export const collector = `http://127.0.0.1:${collectorPort}`;

export const brokers = [`127.0.0.1:${9092 + PORT_OFFSET}`];
export const registryUrl = `http://127.0.0.1:${8081 + PORT_OFFSET}/apis/ccompat/v7`;

/** Asks the supervisor: `control('stop', 'kafka')`, `control('status')`. Returns what it printed. */
export async function control(...args: string[]): Promise<string> {
  const { stdout } = await run('node', ['-C', '@offset-zero/source', 'platform/control.ts', ...args], { cwd: root });
  return stdout;
}

/** Runs one of the project's npm scripts against the shop under test and returns its output. */
export async function npm(...args: string[]): Promise<string> {
  const { stdout } = await run('npm', ['run', '--silent', ...args], { cwd: root, maxBuffer: 10_000_000 });
  return stdout;
}
