import { preset } from './preset.js';

/**
 * The short chaos run: it starts a system of its own. Its count is not in `.results/chaos/`, where the runs themselves
 * leave what they found.
 */
export default {
  ...preset('short-chaos'),
  testRegex: ['chaos/test/.*\\.e2e\\.spec\\.ts$'],
  testTimeout: 900_000,
  maxWorkers: 1,
};
