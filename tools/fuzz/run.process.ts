import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Target {
  /** For people: `the gateway as clerk`. */
  name: string;
  /** An OpenAPI document: a file or an address. */
  document: string;
  /** Where what it describes is. */
  url: string;
  /** Of an access token; undefined for nobody. */
  token?: string;
  seconds: number;
}

export interface Found {
  name: string;
  /** How many requests were made up. */
  cases: number;
  /** Each with how to repeat it. Empty when all is well. */
  failures: string;
}

interface Report {
  test_cases: { generated: number; unique_failures: number; errored: number };
}

/**
 * Sends `target` what its document allows and what it forbids, until the time is over, and tells what was answered wrongly.
 * The same `seed` asks the same.
 */
export function fuzz(tools: string, target: Target, seed?: string): Promise<Found> {
  const folder = mkdtempSync(join(tmpdir(), 'offset-zero-fuzz-'));
  const report = join(folder, 'report.json');
  const config = join(folder, 'schemathesis.toml');
  writeFileSync(config, `${headers(target)}${readFileSync(join(import.meta.dirname, 'schemathesis.toml'), 'utf8')}`);
  const args = [
    ...['--config-file', config, 'run', target.document, '--url', target.url],
    ...['--max-time', String(target.seconds), '--continue-on-failure', '--no-color'],
    ...['--report', 'json', '--report-json-path', report, '--generation-database', 'none'],
    ...(seed === undefined ? [] : ['--seed', seed]),
  ];
  const env = {
    ...process.env,
    FUZZ_TOKEN: target.token ?? '',
    SCHEMATHESIS_HOOKS: 'checks',
    PYTHONPATH: import.meta.dirname,
  };
  return new Promise((resolve, reject) => {
    execFile(
      join(tools, 'schemathesis'),
      args,
      { env, maxBuffer: 100_000_000, cwd: folder },
      (error, stdout, stderr) => {
        try {
          const { test_cases: cases } = JSON.parse(readFileSync(report, 'utf8')) as Report;
          resolve({ name: target.name, cases: cases.generated, failures: error === null ? '' : stdout + stderr });
        } catch {
          reject(new Error(`${target.name}: the fuzzer did not run\n${stdout}${stderr}`, { cause: error }));
        } finally {
          rmSync(folder, { recursive: true, force: true });
        }
      },
    );
  });
}

/** The token is in the environment: a list of processes shows no secret. */
const headers = ({ token }: Target): string =>
  token === undefined ? '' : 'headers = { Authorization = "Bearer ${FUZZ_TOKEN}" }\n';
