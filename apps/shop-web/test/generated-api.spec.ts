import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { generatedFile, typesOfTheApi } from '../src/api/types-of-the-api.process.ts';

/** Else: `npm run generate -w @offset-zero/shop-web`. */
it('the types of the API are those of docs/openapi.json', async () => {
  expect(readFileSync(generatedFile, 'utf8')).toBe(await typesOfTheApi());
});
