import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { OPS_PAGE, withHelp } from './ops.ts';

it('docs/operations/ops.md says what the commands say of themselves (if not: npm run docs)', async () => {
  const text = readFileSync(OPS_PAGE, 'utf8');
  expect(await withHelp(text)).toBe(text);
});
