import type { IncomingMessage } from 'node:http';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { BODY_LIMIT, Refusal, waitPreference } from '@offset-zero/service';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Dispatcher } from 'undici';
import { requestHeaders, responseHeaders } from './headers.ts';
import { limited } from './limited.ts';
import { targetOf } from './target.ts';
import { Upstreams } from './upstreams.http.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Passes `/api/...` on to the services, in both directions as it arrives: nothing is parsed and nothing is kept. */
@Injectable()
export class Proxy implements OnModuleInit {
  constructor(
    private readonly adapter: HttpAdapterHost<FastifyAdapter>,
    private readonly upstreams: Upstreams,
  ) {}

  onModuleInit(): void {
    const fastify = this.adapter.httpAdapter.getInstance();
    void fastify.register(async (scope) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
      scope.route({ method: METHODS, url: '/api/*', handler: (request, reply) => this.pass(request, reply) });
    });
  }

  private async pass(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const target = targetOf(request.raw.url!);
    if (target === undefined) throw new Refusal('route-not-found');
    if (target === 'malformed') throw new Refusal('malformed-request', 'The path can be read in more than one way');
    const body = request.body as IncomingMessage | undefined | null; // the stream itself: nothing has parsed it
    const controller = new AbortController();
    reply.raw.once('close', () => {
      if (!reply.raw.writableFinished) controller.abort();
      body?.resume(); // what nobody reads would keep the connection from its next request
    });
    const announced = request.headers['content-length'];
    const caller = { address: request.ip, host: request.headers.host };
    const calling = this.upstreams.call(target.upstream, {
      method: request.method as Dispatcher.HttpMethod,
      path: target.path,
      headers: requestHeaders(request.headers, caller, !!body),
      body: body
        ? limited(body.iterator({ destroyOnReturn: false }), { bytes: BODY_LIMIT, announced, refuse: tooLarge })
        : undefined,
      controller,
      timeoutMs: this.upstreams.timeoutMs + waitPreference(request.headers.prefer) * 1_000,
    });
    const answer = await calling.catch((error: unknown) => {
      if (!reply.raw.closed) throw error;
      reply.hijack(); // nobody is there to be answered
    });
    return answer && reply.code(answer.statusCode).headers(responseHeaders(answer.headers)).send(answer.body);
  }
}

const tooLarge = () => new Refusal('body-too-large');
