import { writeFileSync } from 'node:fs';
import { generatedTypes, inWorkspace } from './files.ts';

for (const [path, content] of await generatedTypes()) writeFileSync(inWorkspace(path), content);
