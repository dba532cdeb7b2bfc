import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, type SwaggerCustomOptions, SwaggerModule } from '@nestjs/swagger';
import type { Manifest } from '../manifest.ts';
import { documentHeaders } from './headers.ts';
import { PROBLEM } from './problem.schema.ts';

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
  SwaggerModule.setup('docs', app, () => (made ??= openApi(app, manifest)), {
    jsonDocumentUrl: 'docs-json',
    yamlDocumentUrl: 'docs-yaml',
    explorer: docs !== undefined,
    swaggerOptions: docs && { urls: docs.urls },
    patchDocumentOnRequest: docs && (((_request, _reply, own) => docs.document(app, own)) as PatchDocument),
  });
}

function openApi(app: INestApplication, { name, summary }: Manifest): OpenAPIObject {
  const info = new DocumentBuilder().setTitle(name).setDescription(summary).setVersion('1').build();
  const document = SwaggerModule.createDocument(app, info);
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: PROBLEM } as never,
  };
  documentHeaders(document);
  return document;
}
