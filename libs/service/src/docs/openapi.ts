import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, type SwaggerCustomOptions, SwaggerModule } from '@nestjs/swagger';
import type { Manifest } from '../manifest.ts';
import { complete } from './complete.ts';
import type { Document } from './document.ts';

type PatchDocument = SwaggerCustomOptions['patchDocumentOnRequest'];

/** For a service that shows more than its own API. */
export interface DocsOptions {
  /** The documents to choose from at `/docs`. */
  urls: { name: string; url: string }[];
  /** What `/docs-json` gives out, made of the service's own document at each request. */
  document(app: INestApplication, own: OpenAPIObject): Promise<object>;
}

/** `/docs` (pages and assets come from here, nothing from the net) and `/docs-json`, made when first asked for. */
export function serveDocs(app: INestApplication, manifest: Manifest, docs?: DocsOptions): void {
  let made: OpenAPIObject | undefined;
  SwaggerModule.setup('docs', app, () => (made ??= openApi(app, manifest) as unknown as OpenAPIObject), {
    jsonDocumentUrl: 'docs-json',
    yamlDocumentUrl: 'docs-yaml',
    explorer: docs !== undefined,
    swaggerOptions: docs && { urls: docs.urls },
    patchDocumentOnRequest: docs && (((_request, _reply, own) => docs.document(app, own)) as PatchDocument),
  });
}

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
