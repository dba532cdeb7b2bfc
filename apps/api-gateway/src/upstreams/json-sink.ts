import type { Sink } from './sink.ts';

export interface Answer {
  status: number;
  /** Undefined for what is not JSON. */
  body: unknown;
}

/** A sink that keeps the answer, and the answer once it is whole; rejects with the reason when it breaks off. */
export function jsonSink(): { sink: Sink; whole: Promise<Answer> } {
  const { promise: whole, resolve, reject } = Promise.withResolvers<Answer>();
  const chunks: Buffer[] = [];
  let status = 0;
  const sink: Sink = {
    head: (code) => (status = code),
    chunk: (chunk) => chunks.push(chunk) > 0,
    whenFree: (resume) => resume(),
    end: () => resolve({ status, body: parsed(Buffer.concat(chunks).toString('utf8')) }),
    broken: reject,
  };
  whole.catch(() => {}); // whoever waits hears of it; with a head that never came nobody does
  return { sink, whole };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
