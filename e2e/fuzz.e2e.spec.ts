/* eslint-disable @nx/enforce-module-boundaries -- the fuzzer that `npm run fuzz` runs */
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { tokenFor } from '@offset-zero/platform/token.process';
import { places } from '../tools/fuzz/places.ts';
import { NoPython, pythonTools } from '../tools/fuzz/python.process.ts';
import { fuzz } from '../tools/fuzz/run.process.ts';
import { targets } from '../tools/fuzz/targets.ts';
import { ofShopper } from './openapi/tokens.ts';

const run = promisify(execFile);

const SECONDS = 90;
/** A run that is red today is red tomorrow: chance is for `npm run fuzz`. */
const SEED = '20261121';

let tools: string | undefined;

beforeAll(async () => {
  tools = await pythonTools().catch((error: Error) => {
    if (!(error instanceof NoPython)) throw error;
    console.warn(`Nothing is fuzzed here. ${error.message}`);
    return undefined;
  });
}, 600_000);

describe('whatever the API is asked', () => {
  it('is answered as docs/openapi.json says', async () => {
    if (tools === undefined) return;
    const tokens = {
      operator: await tokenFor('operator'),
      clerk: await tokenFor('clerk'),
      shopper: ofShopper(await tokenFor('shopper'), randomUUID()), // the machine's own customer is left alone
      nobody: undefined,
    };
    const failures: string[] = [];
    let cases = 0;
    for (const target of targets(await places(), tokens, SECONDS)) {
      const found = await fuzz(tools, target, SEED);
      cases += found.cases;
      if (found.failures !== '') failures.push(`${found.name}\n${found.failures}`);
    }
    expect(failures.join('\n')).toBe('');
    expect(cases).toBeGreaterThan(100);
  }, 600_000);

  it('can be asked by a client in Python, generated without a warning', async () => {
    if (tools === undefined) return;
    const folder = mkdtempSync(join(tmpdir(), 'offset-zero-client-'));
    const args = [
      'generate',
      '--path',
      (await places()).document,
      '--output-path',
      join(folder, 'shop'),
      '--meta',
      'none',
    ];
    const env = { ...process.env, PATH: `${tools}${delimiter}${process.env.PATH}` };
    const { stdout, stderr } = await run(join(tools, 'openapi-python-client'), args, { env });
    expect((stdout + stderr).trim()).toMatch(/^Generating \S+$/);
    rmSync(folder, { recursive: true });
  });
});
