import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import type { Manifest } from '../manifest.ts';
import { complete } from './complete.ts';
import type { Document } from './document.ts';

/** For a service that shows more than its own API. */
export interface DocsOptions {
  /** The documents to choose from at `/docs`. */
  urls: { name: string; url: string }[];
  /** What `/docs-json` gives out, made of the service's own document. */
  json(app: INestApplication, own: Document): Promise<Buffer>;
}

/**
 * `/docs` (pages and assets come from here, nothing from the net) and `/docs-json`, made when first asked for. All answers
 * share the same bytes: strangers may ask for them as often as they like, and need not read them.
 */
export function serveDocs(
  app: INestApplication,
  fastify: FastifyInstance,
  manifest: Manifest,
  docs?: DocsOptions,
): void {
  let made: Document | undefined;
  let bytes: Buffer | undefined;
  const own = () => (made ??= openApi(app, manifest));
  const json = async () => docs?.json(app, own()) ?? (bytes ??= bytesOf(own()));
  SwaggerModule.setup('docs', app, () => own() as unknown as OpenAPIObject, {
    raw: false,
    explorer: docs !== undefined,
    swaggerOptions: docs && { urls: docs.urls },
  });
  fastify.get('/docs-json', async (_request, reply) => reply.type('application/json').send(await json()));
}

/** A document as it is sent. */
export const bytesOf = (document: Document): Buffer => Buffer.from(JSON.stringify(document));

/** The document of everything that `app` has routes for. */
export function openApi(app: INestApplication, { name, summary, database, keeps }: Manifest): Document {
  const info = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(name)
    .setDescription(summary)
    .setVersion('1')
    .build();
  const document = SwaggerModule.createDocument(app, info) as unknown as Document;
  return complete(document, { database, keepsViews: keeps.length > 0 });
}
