import { setTimeout as pause } from 'node:timers/promises';
import { bearer } from '@offset-zero/platform/token.process';

const IN_FLIGHT = 8;
const ATTEMPTS = 20;
const PAUSE_MS = 500;

/** What was created a moment ago and a view of another service has yet to hear of, or a repeated request still at work. */
const NOT_YET = new Set(['product-not-found', 'unknown-customer', 'unknown-product', 'request-in-progress']);

export interface Answer {
  status: number;
  body: Record<string, unknown>;
}

/** As `fetch`. Throws one line where nobody is there. */
export const ask = (url: string, init?: RequestInit): Promise<Response> =>
  fetch(url, init).catch((cause: Error) => {
    throw new Error(`No shop answers at ${url}: is \`npm start\` running, with this PORT_OFFSET?`, { cause });
  });

/**
 * POSTs JSON to the shop as a clerk. The Idempotency-Key makes a repeated seed answer what the first one created.
 * Throws where nobody is there, or with the problem's code when the answer is neither 2xx nor in `accepted`.
 */
export async function post(
  url: string,
  body: object,
  idempotencyKey: string,
  accepted: number[] = [],
): Promise<Answer> {
  const about = { 'content-type': 'application/json', 'idempotency-key': idempotencyKey };
  for (let attempt = 1; ; attempt++) {
    const headers = { ...about, ...(await bearer('clerk')) };
    const response = await ask(url, { method: 'POST', headers, body: JSON.stringify(body) });
    const answer = (await response.json()) as Record<string, unknown>;
    if (response.ok || accepted.includes(response.status)) {
      return { status: response.status, body: answer };
    }
    const mayPass = response.status >= 500 || NOT_YET.has(String(answer.code));
    if (!mayPass || attempt === ATTEMPTS) {
      throw new Error(`POST ${url} answered ${response.status} ${answer.code}: ${answer.detail ?? answer.title}`);
    }
    await pause(PAUSE_MS);
  }
}

/**
 * As `post`, for what is made anew when somebody has deleted it since an earlier seed: the answer to the key of that one is
 * that it is gone, so another key is taken.
 */
export async function created(url: string, body: object, key: string, accepted: number[] = []): Promise<Answer> {
  for (let round = 1; round < ATTEMPTS; round++) {
    const answer = await post(url, body, round === 1 ? key : `${key}-${round}`, [...accepted, 404]);
    if (answer.status !== 404) return answer;
  }
  throw new Error(`POST ${url}: what ${key} made was deleted again and again`);
}

/** Does `work` for 0..count-1, a few at a time; results come in the order of the index. */
export async function times<T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> {
  const results = new Array<T>(count);
  let next = 0;
  const worker = async () => {
    while (next < count) {
      const index = next++;
      results[index] = await work(index);
    }
  };
  await Promise.all(Array.from({ length: Math.min(IN_FLIGHT, count) }, worker));
  return results;
}
