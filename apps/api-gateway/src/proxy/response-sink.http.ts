import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Sink } from '../upstreams/sink.ts';
import { withOwn } from './headers.ts';

/**
 * Writes an answer into a response as it comes; `own` are this door's headers, asked for with the head. An answer that came
 * in one piece goes out in one piece, with its head.
 */
export function responseSink(response: ServerResponse, own: () => OutgoingHttpHeaders): Sink {
  let length: string | string[] | undefined;
  let isWhole = false;
  return {
    head(status, headers) {
      length = headers['content-length'];
      response.writeHead(status, withOwn(own(), headers));
    },
    chunk(chunk) {
      if (chunk.length !== Number(length)) return response.write(chunk);
      isWhole = true;
      const body = chunk.toString('latin1'); // Node puts a text, byte for byte, behind the head; a buffer it would send apart
      // First all that has arrived is read: each answer wakes its client, which on a busy machine takes the processor at once.
      setImmediate(() => response.end(body, 'latin1'));
      return true;
    },
    whenFree: (resume) => void response.once('drain', resume),
    end: () => void (isWhole || response.end()),
    broken: () => void response.destroy(),
  };
}
