/** `npm run openapi -w @offset-zero/tools`: writes docs/openapi.json. */
import { writeFileSync } from 'node:fs';
import { OPENAPI, openApiOfShop } from './openapi.ts';

writeFileSync(OPENAPI, await openApiOfShop());
