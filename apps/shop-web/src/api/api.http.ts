import createClient, { type Client, type Middleware } from 'openapi-fetch';
import type { paths } from './generated/openapi.d.ts';
import { problemIn, ProblemError, unreachable } from './problem.ts';

export type Api = Client<paths>;

/** Asks for the access token of whoever is signed in, a fresh one after a 401. */
export type TokenSource = (refused?: string) => Promise<string | undefined>;

/**
 * The typed client of the gateway. Every call carries the token; a 401 is tried once more with a fresh one. Wrap calls
 * in `answer()`: then they throw ProblemError.
 */
export function createApi(token: TokenSource): Api {
  const client = createClient<paths>({
    baseUrl: '/',
    querySerializer: { array: { style: 'form', explode: true } },
    fetch: (request) => authorized(request, token),
  });
  client.use(readable);
  return client;
}

async function authorized(request: Request, token: TokenSource): Promise<Response> {
  const first = await token();
  const response = await send(request.clone(), first);
  if (response.status !== 401) return response;
  const second = await token(first);
  return second === undefined || second === first ? response : send(request, second);
}

async function send(request: Request, token: string | undefined): Promise<Response> {
  if (token !== undefined) request.headers.set('authorization', `Bearer ${token}`);
  try {
    return await fetch(request);
  } catch (error) {
    if (request.signal.aborted) throw error;
    throw unreachable(error);
  }
}

const readable: Middleware = {
  async onResponse({ response }) {
    if (response.ok || response.status === 304) return undefined;
    const body = await response.json().catch(() => undefined); // not JSON: problemIn says what there is to say
    throw new ProblemError(problemIn(response.status, body, response.headers.get('retry-after')));
  },
};

/** What a call brought: its data. Throws ProblemError. */
export async function answer<T>(call: Promise<{ data?: T }>): Promise<T> {
  return (await call).data as T;
}

/** The same with the token that lets a later read, or another service, wait for what was written here. */
export async function written<T>(call: Promise<{ data?: T; response: Response }>): Promise<[T, string | undefined]> {
  const { data, response } = await call;
  return [data as T, response.headers.get('consistency-token') ?? undefined];
}
