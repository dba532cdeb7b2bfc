import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Sink } from '../upstreams/sink.ts';
import { withOwn } from './headers.ts';

/** Writes an answer into a response as it comes; `own` are this door's headers, asked for with the head. */
export function responseSink(response: ServerResponse, own: () => OutgoingHttpHeaders): Sink {
  let length: string | string[] | undefined;
  return {
    head(status, headers) {
      length = headers['content-length'];
      response.writeHead(status, withOwn(own(), headers));
    },
    chunk(chunk) {
      if (chunk.length !== Number(length)) return response.write(chunk);
      response.end(chunk.toString('latin1'), 'latin1'); // all of it: Node sends a text, byte for byte, in one piece with the head
      return true;
    },
    whenFree: (resume) => void response.once('drain', resume),
    end: () => void (response.writableEnded || response.end()),
    broken: () => void response.destroy(),
  };
}
