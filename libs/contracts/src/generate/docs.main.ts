import { writeFileSync } from 'node:fs';
import { generatedDocs } from './docs.ts';
import { inWorkspace } from './files.ts';

for (const [path, content] of await generatedDocs()) writeFileSync(inWorkspace(path), content);
