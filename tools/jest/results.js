import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** Leaves the count of a run, and what failed, in `.results/<kind>/<package>.json`, where `npm test` adds them up. */
export default class Results {
  constructor(_config, { kind }) {
    this.kind = kind;
  }

  onRunComplete(_contexts, results) {
    const { name } = JSON.parse(readFileSync('package.json', 'utf8'));
    const file = join(import.meta.dirname, '../../.results', this.kind, `${name}.json`);
    const count = {
      passed: results.numPassedTests,
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      failures: results.testResults.filter(({ failureMessage }) => failureMessage).map(asFailure),
    };
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(count));
  }
}

/** Without Jest's colours, and not the whole of a long difference: a log's reader sees its last screens only. */
const asFailure = ({ testFilePath, failureMessage }) =>
  `${relative(join(import.meta.dirname, '../..'), testFilePath)}\n${stripVTControlCharacters(failureMessage).trim().slice(0, 2_000)}`;
