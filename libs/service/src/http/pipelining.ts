import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Connection } from './connections.ts';

/** Browsers send one request after the other; what sends more at once on one connection has not read its answers. */
const MOST_UNANSWERED = 8;

/**
 * Ends a connection that asks on and on without reading what it is answered (pipelining: RFC 9112, section 9.3.2). Node
 * begins all requests of a chunk, of which 64 kB hold thousands, before it looks whether the answers go out.
 */
export function limitPipelining(fastify: FastifyInstance, connectionOf: (socket: Socket) => Connection): void {
  fastify.server.prependListener('request', ({ socket }) => {
    if (connectionOf(socket).unanswered >= MOST_UNANSWERED) socket.destroy(); // those before this one
  });
  fastify.addHook('onRequest', ({ raw: { socket } }, reply, done) => {
    if (!socket.destroyed) return done();
    reply.hijack(); // nobody is there to be answered
  });
}
