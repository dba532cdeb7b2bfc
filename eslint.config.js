import { readdirSync } from 'node:fs';
import nx from '@nx/eslint-plugin';
import a11y from 'eslint-plugin-jsx-a11y-x';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const libs = {
  auth: [],
  decider: [],
  postgres: [],
  kafka: [],
  live: [],
  contracts: ['kafka'],
  outbox: ['contracts', 'kafka', 'postgres'],
  messaging: ['contracts', 'kafka', 'postgres'],
  views: ['contracts', 'kafka', 'messaging', 'postgres'],
  service: ['auth', 'contracts', 'kafka', 'messaging', 'outbox', 'postgres', 'views'],
  testing: ['auth', 'contracts', 'decider', 'kafka', 'messaging', 'outbox', 'postgres', 'service', 'views'],
};

const apps = readdirSync(new URL('apps', import.meta.url));

/** Who may know whom. A service never imports a service. */
const boundaries = [
  ...Object.entries(libs).map(([lib, known]) => ({
    sourceTag: `lib:${lib}`,
    onlyDependOnLibsWithTags: known.length > 0 ? known.map((name) => `lib:${name}`) : ['nothing'],
  })),
  ...apps.map((app) => ({ sourceTag: `scope:${app}`, onlyDependOnLibsWithTags: ['type:lib'] })),
  { sourceTag: 'type:tool', onlyDependOnLibsWithTags: ['type:lib', 'type:tool'] },
];

const RULES_ONLY = 'A file without a suffix holds rules: no I/O here.';
const WORLD = ['pg', 'node:*', '!node:util', '**/*.table.ts', '**/*.http.ts', '**/*.process.ts'];

const JUDGE = ['chaos/check/**/*.ts', 'chaos/journal.ts'];
const NOT_ON_TRIAL = {
  group: ['@offset-zero/*', '**/libs/**', '**/apps/**', 'kafkajs', '@kafkajs/*'],
  message: 'The checker shares no code with the services.',
};

export default tseslint.config(
  { ignores: ['**/dist', '**/.nx', '**/generated', '**/.data'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx', '**/*.js', '**/*.mjs'],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': ['error', { enforceBuildableLibDependency: false, depConstraints: boundaries }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'max-lines': ['warn', { max: 250, skipBlankLines: true }],
    },
  },
  {
    // Tests of a library may use `testing`, although that knows the library.
    files: ['libs/*/test/**/*.ts'],
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          enforceBuildableLibDependency: false,
          ignoredCircularDependencies: Object.keys(libs).map((name) => [
            `@offset-zero/${name}`,
            '@offset-zero/testing',
          ]),
          depConstraints: [{ sourceTag: 'type:lib', onlyDependOnLibsWithTags: ['type:lib'] }],
        },
      ],
    },
  },
  {
    files: ['apps/*/src/*/*.ts'],
    ignores: ['**/*.*.ts', 'apps/*/src/migrations/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['@nestjs/*', 'typeorm', 'kafkajs', ...WORLD],
              message: RULES_ONLY,
            },
          ],
        },
      ],
    },
  },
  { files: ['apps/shop-web/src/**/*.{ts,tsx}'], ...hooks.configs.flat['recommended-latest'] },
  {
    files: ['apps/shop-web/src/**/*.tsx'],
    ...a11y.configs.strict,
    rules: { ...a11y.configs.strict.rules, 'jsx-a11y-x/aria-role': ['error', { ignoreNonDOM: true }] },
  },
  {
    // The judge of a chaos run knows nothing of those on trial, not even their Kafka client.
    files: JUDGE,
    rules: { 'no-restricted-imports': ['error', { patterns: [NOT_ON_TRIAL] }] },
  },
  {
    files: [...JUDGE, 'chaos/plan/**/*.ts'],
    ignores: ['**/*.*.ts', 'chaos/check/test/**'],
    rules: { 'no-restricted-imports': ['error', { patterns: [NOT_ON_TRIAL, { group: WORLD, message: RULES_ONLY }] }] },
  },
);
