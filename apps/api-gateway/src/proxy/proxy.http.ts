import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { BODY_LIMIT, FRAME, type Frame, Identity, Refusal, waitPreference } from '@offset-zero/service';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Dispatcher } from 'undici';
import { versionFor } from '../upstreams/canary.ts';
import { Upstreams } from '../upstreams/upstreams.http.ts';
import { FastPath } from './fast-path.http.ts';
import { requestHeaders } from './headers.ts';
import { limited } from './limited.ts';
import { responseSink } from './response-sink.http.ts';
import { targetOf } from './routes.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Passes what the door let in on to the services, in both directions as it arrives: nothing is parsed and nothing is kept. */
@Injectable()
export class Proxy implements OnModuleInit {
  private fastPath: FastPath | undefined;

  constructor(
    private readonly adapter: HttpAdapterHost<FastifyAdapter>,
    private readonly upstreams: Upstreams,
    private readonly identity: Identity,
    @Inject(FRAME) private readonly frame: Frame,
  ) {}

  onModuleInit(): void {
    const fastify = this.adapter.httpAdapter.getInstance() as unknown as FastifyInstance;
    if (!this.frame.isTraced) this.fastPath = this.openFastPath(fastify);
    const config = { may: 'shopper' as const }; // the least role in the door's table, which asks for more
    void fastify.register(async (scope) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
      scope.route({ method: METHODS, url: '/api/*', config, handler: (request, reply) => this.pass(request, reply) });
    });
  }

  private openFastPath(fastify: FastifyInstance): FastPath {
    const { server, routing } = fastify;
    const { identity, upstreams, frame } = this;
    const fastPath = new FastPath({ ...fastify.door, identity, upstreams, frame, fullPath: routing });
    server.off('request', routing);
    server.on('request', (request, response) => fastPath.takes(request, response) || routing(request, response));
    return fastPath;
  }

  private async pass(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { apiPath, headers, method } = request;
    const target = apiPath && targetOf(apiPath.path, apiPath.segments);
    if (target === undefined) throw new Refusal('route-not-found');
    const body = request.body as IncomingMessage | undefined | null; // the stream itself: nothing has parsed it
    const { canaryWeight } = this.upstreams.of(target.upstream);
    const calling = this.upstreams.call(
      target.upstream,
      {
        method: method as Dispatcher.HttpMethod,
        path: target.path,
        headers: requestHeaders(headers, { address: request.ip, host: headers.host }, !!body),
        body: body ? limitedBody(body, headers['content-length']) : undefined,
        version: versionFor(headers['x-canary'], request.scope!.principal!.subject, canaryWeight),
        timeoutMs: this.upstreams.timeoutMs + waitPreference(headers.prefer) * 1_000,
        failedBefore: this.fastPath?.failureOf(request.raw),
      },
      responseSink(reply.raw, () => {
        reply.hijack(); // until its head is there, a call can still be answered otherwise
        return reply.getHeaders() as OutgoingHttpHeaders;
      }),
    );
    reply.raw.once('close', () => {
      if (!reply.raw.writableFinished) calling.abort(new Error('the client has gone'));
      body?.resume(); // what nobody reads would keep the connection from its next request
    });
    try {
      await calling.answered;
    } catch (error) {
      if (!reply.raw.closed) throw error;
      reply.hijack(); // nobody is there to be answered
    }
  }
}

const limitedBody = (body: IncomingMessage, announced: string | undefined): AsyncIterable<Buffer> =>
  limited(body.iterator({ destroyOnReturn: false }), {
    ...{ bytes: BODY_LIMIT, announced, refuse: () => new Refusal('body-too-large') },
  });
