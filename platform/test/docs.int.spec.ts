import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { generatedDocs } from '../docs.process.ts';
import { root } from '../environment.ts';

it('.env.example and docs/operations/servers.md tell what the code reads (npm run docs)', async () => {
  for (const [file, text] of Object.entries(await generatedDocs())) {
    expect([file, readFileSync(join(root, file), 'utf8')]).toEqual([file, text]);
  }
});
