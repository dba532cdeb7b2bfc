import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Refusal, type ServiceOptions } from '@offset-zero/service';
import type { Document } from '@offset-zero/service/docs/document';
import { bytesOf } from '@offset-zero/service/docs/openapi';
import { kept } from '../upstreams/kept.ts';
import { services, type Upstream } from '../upstreams/table.ts';
import { Upstreams } from '../upstreams/upstreams.http.ts';
import { behindTheDoor } from './behind-the-door.ts';
import { merge } from './merge.ts';

const PATIENCE_MS = 2_000;
/** Whoever asks needs no token, and each answer takes a question to every service. */
const KEPT_MS = 5_000;

/** The API documents of the services, as they are true at this door. */
@ApiExcludeController()
@Controller('docs-json')
export class ApiDocs {
  private readonly each: ReadonlyMap<string, () => Promise<Buffer>>;
  private all: (() => Promise<Buffer>) | undefined;

  constructor(private readonly upstreams: Upstreams) {
    this.each = new Map(
      services.map((upstream) => [upstream.name, kept(KEPT_MS, async () => bytesOf(await this.fetch(upstream)))]),
    );
  }

  @Get(':service')
  @Header('Content-Type', 'application/json; charset=utf-8')
  async of(@Param('service') name: string): Promise<Buffer> {
    const document = this.each.get(name);
    if (document === undefined) throw new Refusal('route-not-found');
    return document();
  }

  /** The gateway's own document with those of all services that answer. */
  everything(own: Document): Promise<Buffer> {
    this.all ??= kept(KEPT_MS, async () => bytesOf(await this.gather(own)));
    return this.all();
  }

  private async gather(own: Document): Promise<Document> {
    const found = await Promise.all(
      services.map(async (upstream) => ({
        name: upstream.name,
        document: await this.fetch(upstream).catch(() => undefined),
      })),
    );
    const there = found.flatMap(({ name, document }) => (document ? [{ name, document }] : []));
    const away = found.flatMap(({ name, document }) => (document ? [] : [name]));
    return merge(own, there, away);
  }

  private async fetch(upstream: Upstream): Promise<Document> {
    const { status, body } = await this.upstreams.json(upstream, { path: '/docs-json', timeoutMs: PATIENCE_MS });
    const isDocument = status === 200 && typeof (body as Document | undefined)?.paths === 'object';
    if (!isDocument) throw new Refusal('service-unavailable', `${upstream.name} gave no API document`);
    return behindTheDoor(upstream.name, body as Document);
  }
}

/** What `/docs` offers for choice: everything as one, then each service. */
export const docs: ServiceOptions['docs'] = {
  urls: [
    { name: 'everything', url: '/docs-json' },
    ...services.map(({ name }) => ({ name, url: `/docs-json/${name}` })),
  ],
  json: (app, own) => app.get(ApiDocs).everything(own),
};
