import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const root = join(import.meta.dirname, '../../../..');

export const generatedFile = join(import.meta.dirname, 'generated/openapi.d.ts');

/** TypeScript types of every path and schema in docs/openapi.json. */
export async function typesOfTheApi(): Promise<string> {
  const types = await openapiTS(pathToFileURL(join(root, 'docs/openapi.json')));
  return `// Made from docs/openapi.json by \`npm run generate -w @offset-zero/shop-web\`.\n${astToString(types)}`;
}
