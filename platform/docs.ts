/** `npm run docs -w @offset-zero/platform`: writes what environment.spec.ts compares. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedDocs } from './docs.process.ts';
import { root } from './environment.ts';

for (const [file, text] of Object.entries(await generatedDocs())) writeFileSync(join(root, file), text);
