import { preset } from './preset.js';

/** `.spec.ts`: milliseconds, no I/O. */
export default { ...preset('unit'), testRegex: ['(?<!\\.(int|e2e))\\.spec\\.ts$'] };
