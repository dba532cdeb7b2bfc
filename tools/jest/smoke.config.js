import { preset } from './preset.js';

/** The smoke test alone, without the shop that the other `.e2e.spec.ts` share: `npm run smoke -w @offset-zero/platform`. */
export default { ...preset('smoke'), testRegex: ['smoke\\.e2e\\.spec\\.ts$'], testTimeout: 300_000, maxWorkers: 1 };
