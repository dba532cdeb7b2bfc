/* eslint-disable @nx/enforce-module-boundaries -- the fuzzer that `npm run fuzz` runs */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { tokenFor } from '@offset-zero/platform/token.process';
import { places } from '../tools/fuzz/places.ts';
import { NoPython, schemathesis } from '../tools/fuzz/python.process.ts';
import { fuzz } from '../tools/fuzz/run.process.ts';
import { targets } from '../tools/fuzz/targets.ts';

const SECONDS = 100;

let fuzzer: string | undefined;

beforeAll(async () => {
  fuzzer = await schemathesis().catch((error: Error) => {
    if (!(error instanceof NoPython)) throw error;
    console.warn(`Nothing is fuzzed here. ${error.message}`);
    return undefined;
  });
}, 600_000);

describe('whatever the API is asked', () => {
  it('is answered as docs/openapi.json says', async () => {
    if (fuzzer === undefined) return;
    const tokens = {
      operator: await tokenFor('operator'),
      clerk: await tokenFor('clerk'),
      shopper: await tokenFor('shopper'),
      nobody: undefined,
    };
    const failures: string[] = [];
    for (const target of targets(await places(), tokens, SECONDS)) {
      const found = await fuzz(fuzzer, target);
      if (found.failures !== '') failures.push(`${found.name}\n${found.failures}`);
    }
    expect(failures.join('\n')).toBe('');
  }, 600_000);
});
