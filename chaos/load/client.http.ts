import type { JournalEntry } from '../journal.ts';
import type { Answer } from './outcome.ts';

/** Longer than most answers take and shorter than most faults last, so that some outcomes stay unknown. */
const PATIENCE_MS = 6_000;

const ROUTES: Record<JournalEntry['op'], (key: string) => [method: string, path: string]> = {
  'customer.create': () => ['POST', '/customers'],
  'customer.replace': (key) => ['PUT', `/customers/${key}`],
  'customer.delete': (key) => ['DELETE', `/customers/${key}`],
  'product.create': () => ['POST', '/products'],
  'product.replace': (key) => ['PUT', `/products/${key}`],
  'stock.receive': (key) => ['POST', `/stock/${key}/receipts`],
  'order.place': () => ['POST', '/orders'],
  'order.cancel': (key) => ['POST', `/orders/${key}/cancellation`],
};

/** The shop's public API, and what lets a clerk in. */
export interface Door {
  api: string;
  token(): Promise<string>;
}

/** Sends what the entry says, as often as one likes; undefined = nobody knows whether it arrived. */
export async function send(door: Door, entry: JournalEntry): Promise<Answer | undefined> {
  const [method, path] = ROUTES[entry.op](entry.key ?? '');
  const hasBody = method !== 'DELETE' && entry.op !== 'order.cancel';
  const headers = {
    ...(hasBody && { 'content-type': 'application/json' }),
    ...(entry.idempotencyKey && { 'idempotency-key': entry.idempotencyKey }),
    ...(entry.ifMatch !== undefined && { 'if-match': `"${entry.ifMatch}"` }),
  };
  const body = hasBody ? JSON.stringify(entry.request) : undefined;
  return answerTo(door, path, { method, headers, body, signal: AbortSignal.timeout(PATIENCE_MS) });
}

/** The order's status; undefined when nobody answers. Waits up to `seconds` for it to be no longer PLACED. */
export async function statusOf(door: Door, orderId: string, seconds: number): Promise<string | undefined> {
  const signal = AbortSignal.timeout(seconds * 1_000 + PATIENCE_MS);
  const answer = await answerTo(door, `/orders/${orderId}`, { headers: { prefer: `wait=${seconds}` }, signal });
  return answer?.status === 200 ? (answer.body.status as string) : undefined;
}

type Asked = RequestInit & { headers: Record<string, string> };

async function answerTo({ api, token }: Door, path: string, request: Asked): Promise<Answer | undefined> {
  try {
    const headers = { ...request.headers, authorization: `Bearer ${await token()}` };
    const response = await fetch(`${api}${path}`, { ...request, headers });
    const text = await response.text();
    const etag = /^"(\d+)"$/.exec(response.headers.get('etag') ?? '');
    return {
      status: response.status,
      body: text === '' ? {} : (JSON.parse(text) as Answer['body']),
      ...(etag && { version: Number(etag[1]) }),
    };
  } catch {
    return undefined; // refused, reset or too late: which of them makes no difference to what one knows
  }
}
