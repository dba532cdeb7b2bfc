/** `npm run generate -w @offset-zero/shop-web`: the types of the API, made from docs/openapi.json. */
import { writeFileSync } from 'node:fs';
import { generatedFile, typesOfTheApi } from './src/api/types-of-the-api.process.ts';

writeFileSync(generatedFile, await typesOfTheApi());
