import { join } from 'node:path';
import { preset } from './preset.js';

/** `.e2e.spec.ts`: the whole system, started as a user starts it. */
export default {
  ...preset('e2e'),
  globalSetup: '<rootDir>/e2e/setup.ts',
  globalTeardown: '<rootDir>/e2e/teardown.ts',
  testRegex: ['\\.e2e\\.spec\\.ts$'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/chaos/'],
  testSequencer: join(import.meta.dirname, 'fuzz-last.js'),
  testTimeout: 300_000,
  maxWorkers: 1,
};
