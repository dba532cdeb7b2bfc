/** `npm run generate -w @offset-zero/service`: writes docs/problems.md. */
import { writeFileSync } from 'node:fs';
import { problemsPage } from './page.ts';

writeFileSync(new URL('../../../../docs/problems.md', import.meta.url), problemsPage());
