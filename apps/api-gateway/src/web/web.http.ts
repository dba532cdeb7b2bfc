import { stat } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import fastifyStatic from '@fastify/static';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { Refusal, SETTINGS } from '@offset-zero/service';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GatewaySettings } from '../settings.ts';
import { cacheOf, fileNamed, wantsPage } from './files.ts';
import { notBuiltPage } from './not-built-page.ts';

const INDEX = 'index.html';
const ANYONE = { config: { may: 'anyone' as const } };

/** Serves the web app: its files, and its first page at every address that is one of its own. */
@Injectable()
export class Web implements OnModuleInit {
  private readonly root: string;

  constructor(
    private readonly adapter: HttpAdapterHost<FastifyAdapter>,
    @Inject(SETTINGS) private readonly settings: GatewaySettings,
  ) {
    this.root = settings.web.root;
  }

  onModuleInit(): void {
    const fastify = this.adapter.httpAdapter.getInstance();
    const { issuer, clientId, audience, rolesClaim } = this.settings.web;
    void fastify.register(async (scope) => {
      await scope.register(fastifyStatic, {
        ...{ root: this.root, serve: false, preCompressed: true, cacheControl: false, acceptRanges: false },
        setHeaders: (reply, path) => void reply.header('cache-control', cacheOf(path.slice(this.root.length))),
      });
      scope.get('/config.json', ANYONE, (_request, reply) =>
        reply.header('cache-control', 'no-store').send({ issuer, clientId, audience, rolesClaim }),
      );
      scope.get('/*', ANYONE, (request, reply) => this.serve(request, reply));
    });
  }

  private async serve(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const name = fileNamed(request.raw.url!);
    if (name !== undefined && (await this.has(name))) return reply.sendFile(name);
    if (!wantsPage(request.raw.url!, request.headers.accept)) throw new Refusal('route-not-found');
    if (await this.has(INDEX)) return reply.sendFile(INDEX);
    return reply
      .code(503)
      .headers({ 'cache-control': 'no-store', 'content-type': 'text/html; charset=utf-8' })
      .send(notBuiltPage);
  }

  private async has(name: string): Promise<boolean> {
    const path = normalize(join(this.root, name));
    return path.startsWith(this.root) && (await stat(path).catch(() => undefined))?.isFile() === true;
  }
}
