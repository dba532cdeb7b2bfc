import { preset } from './preset.js';

/** `.int.spec.ts`: the real Kafka, registry and Postgres, whose addresses come from the environment. */
export default { ...preset('int'), testRegex: ['\\.int\\.spec\\.ts$'], testTimeout: 60_000, maxWorkers: 1 };
