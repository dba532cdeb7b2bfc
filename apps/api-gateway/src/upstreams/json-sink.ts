import type { Headers, Sink } from './sink.ts';

export interface Answer {
  status: number;
  headers: Headers;
  /** Undefined for what is not JSON. */
  body: unknown;
}

/** A sink that keeps the answer, and the answer once it is whole; rejects with the reason when it breaks off. */
export function jsonSink(): { sink: Sink; whole: Promise<Answer> } {
  const { promise: whole, resolve, reject } = Promise.withResolvers<Answer>();
  const chunks: Buffer[] = [];
  let told: Omit<Answer, 'body'> = { status: 0, headers: {} };
  const sink: Sink = {
    head: (status, headers) => (told = { status, headers }),
    chunk: (chunk) => chunks.push(chunk) > 0,
    whenFree: (resume) => resume(),
    end: () => resolve({ ...told, body: parsed(Buffer.concat(chunks).toString('utf8')) }),
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
