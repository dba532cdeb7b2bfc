import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { DECISIONS, withDecisions } from './decisions.ts';

it('docs/decisions/README.md names every decision (if not: npm run docs)', () => {
  const text = readFileSync(DECISIONS, 'utf8');
  expect(withDecisions(text)).toBe(text);
});
