import { join } from 'node:path';

/** How sources with decorators are compiled. */
export const swc = {
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    keepClassNames: true,
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
};

/** The same for every project; `kind` names the tier whose count goes to `.results/`. */
export const preset = (kind) => ({
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  testEnvironmentOptions: { customExportConditions: ['@offset-zero/source', 'node', 'node-addons'] },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
  reporters: ['default', [join(import.meta.dirname, 'results.js'), { kind }]],
  transform: { '^.+\\.ts$': ['@swc/jest', swc] },
});
