import type { OutgoingHttpHeaders } from 'node:http';
import type { FastifyReply } from 'fastify';
import type { Sink } from '../upstreams/sink.ts';
import { withOwn } from './headers.ts';

/**
 * Writes an answer into a reply as it comes. From its head on Fastify leaves the reply alone; until then it can still be
 * answered otherwise.
 */
export function replySink(reply: FastifyReply): Sink {
  const { raw } = reply;
  let length: string | string[] | undefined;
  return {
    head(status, headers) {
      length = headers['content-length'];
      reply.hijack();
      raw.writeHead(status, withOwn(reply.getHeaders() as OutgoingHttpHeaders, headers));
    },
    chunk(chunk) {
      if (chunk.length !== Number(length)) return raw.write(chunk);
      raw.end(chunk.toString('latin1'), 'latin1'); // all of it: Node sends a text, byte for byte, in one piece with the head
      return true;
    },
    whenFree: (resume) => void raw.once('drain', resume),
    end: () => void (raw.writableEnded || raw.end()),
    broken: () => void raw.destroy(),
  };
}
