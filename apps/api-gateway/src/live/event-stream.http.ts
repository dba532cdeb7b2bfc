import type { OutgoingHttpHeaders } from 'node:http';
import type { FastifyReply } from 'fastify';
import type { Sink } from './stream.ts';

/**
 * Nobody on the way may keep it, change it (RFC 9111, `no-transform`: compress it), or wait until there is more of it. The
 * connection ends with the stream: a gateway that stops would wait for one that lies idle.
 */
const HEADERS = {
  'content-type': 'text/event-stream',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
  connection: 'close',
};

export interface EventStream {
  sink: Sink;
  whenFree(resume: () => void): void;
  whenGone(end: () => void): void;
}

/** Answers with a stream of events; Fastify leaves the reply alone from now on. `onlyHead`: and with nothing else. */
export function eventStream(reply: FastifyReply, onlyHead: boolean): EventStream {
  const { raw } = reply;
  reply.hijack();
  raw.writeHead(200, { ...(reply.getHeaders() as OutgoingHttpHeaders), ...HEADERS });
  raw.flushHeaders();
  if (onlyHead) raw.end();
  return {
    sink: {
      write: (bytes) => raw.write(bytes),
      end: () => void raw.end(),
      destroy: () => void raw.destroy(),
    },
    whenFree: (resume) => void raw.on('drain', resume),
    whenGone: (end) => (raw.closed || onlyHead ? end() : void raw.once('close', end)),
  };
}
