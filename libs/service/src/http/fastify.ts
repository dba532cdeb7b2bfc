import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { joinTrace } from '../context/trace.ts';
import { problemOf, refusalOf } from '../problems/problem.ts';
import { watchConnections } from './connections.ts';
import { BODY_LIMIT } from './json-body.ts';
import { limitPipelining } from './pipelining.ts';
import { unusedConnections } from './unused-connections.ts';

const STATUS_OF: Record<string, number> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };

/**
 * The HTTP server, which says what it refuses before any route is reached in the same words as everybody else. A request's
 * `ip` is that of the connection, or, when that is one of `trustedProxies`, the last in X-Forwarded-For that is none of them.
 */
export function createAdapter(
  answer: (error: unknown, request: FastifyRequest, reply: FastifyReply) => void,
  trustedProxies: string[],
): FastifyAdapter {
  const adapter = new FastifyAdapter({
    logger: false,
    skipMiddie: true,
    bodyLimit: BODY_LIMIT,
    trustProxy: trustedProxies.length > 0 && trustedProxies,
    requestTimeout: 30_000,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    frameworkErrors: answer,
    clientErrorHandler: (error, socket) => refuseBrokenHttp(error, socket, connectionOf(socket).latest),
  });
  const fastify = adapter.getInstance();
  const { server } = fastify;
  const closeUnused = unusedConnections(server);
  fastify.addHook('preClose', async () => closeUnused());
  const connectionOf = watchConnections(server);
  limitPipelining(fastify as unknown as FastifyInstance, connectionOf);
  // Node answers 417 by itself to an expectation it does not know; RFC 9110 (10.1.1) lets a server ignore it.
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
  return adapter;
}

/**
 * What is no HTTP has no request and no reply: the answer is written by hand. Nothing is written where the rest of a
 * request is missing that was answered already: a proxy would take a second answer for that of its next request.
 */
function refuseBrokenHttp(error: NodeJS.ErrnoException, socket: Socket, latest: ServerResponse | undefined): void {
  const isAnswered = latest?.writableEnded === true && !latest.req.complete;
  if (error.code === 'ECONNRESET' || !socket.writable || isAnswered) return void socket.destroy();
  const refusal = refusalOf({ statusCode: STATUS_OF[error.code ?? ''] ?? 400 });
  const body = JSON.stringify(problemOf(refusal, '', joinTrace(undefined).traceId));
  socket.end(
    [
      `HTTP/1.1 ${refusal.status} ${refusal.title}`,
      'Content-Type: application/problem+json',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}
