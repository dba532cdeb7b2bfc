import type { OutgoingHttpHeaders } from 'node:http';
import type { FastifyReply } from 'fastify';
import type { Sink } from '../upstreams/sink.ts';
import { withOwn } from './headers.ts';

/**
 * Writes an answer into a reply as it comes. From its head on Fastify leaves the reply alone; until then it can still be
 * answered otherwise.
 */
export const replySink = (reply: FastifyReply): Sink => ({
  head(status, headers) {
    reply.hijack();
    reply.raw.writeHead(status, withOwn(reply.getHeaders() as OutgoingHttpHeaders, headers));
  },
  chunk: (chunk) => reply.raw.write(chunk),
  whenFree: (resume) => void reply.raw.once('drain', resume),
  end: () => void reply.raw.end(),
  broken: () => void reply.raw.destroy(),
});
