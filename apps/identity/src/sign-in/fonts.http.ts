import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';

/** The typefaces of the shop, latin letters only, by the address at which the pages have them. */
const FILES = {
  '/fonts/figtree.woff2': '@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2',
  '/fonts/bricolage.woff2':
    '@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2',
};

export function serveFonts(scope: FastifyInstance): void {
  for (const [url, file] of Object.entries(FILES)) {
    const font = readFileSync(new URL(import.meta.resolve(file)));
    scope.get(url, { config: { may: 'anyone' } }, (_request, reply) =>
      reply.headers({ 'Content-Type': 'font/woff2', 'Cache-Control': 'public, max-age=86400' }).send(font),
    );
  }
}
