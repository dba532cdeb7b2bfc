import { issuer, operatorsToken, type TokenWish } from './issuer.ts';

export interface Answer {
  status: number;
  headers: Headers;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- whatever JSON comes
  body: any;
}

export type Ask = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;

/** Gives the token to call with; undefined for none. */
export type TokenSource = () => Promise<string | undefined>;

/**
 * Sends HTTP requests to `url` as an operator of the test issuer, as somebody else whom it knows, or with the tokens of
 * another source; a header Authorization goes instead of all that. A string body goes as it is, anything else as JSON.
 */
export function asking(url: string, as: TokenWish | TokenSource = operatorsToken): Ask {
  const tokens = typeof as === 'function' ? as : async () => (await issuer()).tokenFor(as);
  return async (method, path, body, headers = {}) => {
    const sent = new Headers(headers);
    if (body !== undefined && !sent.has('content-type')) sent.set('Content-Type', 'application/json');
    const token = sent.has('authorization') ? undefined : await tokens();
    if (token !== undefined) sent.set('Authorization', `Bearer ${token}`);
    const response = await fetch(url + path, {
      method,
      headers: sent,
      body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    return {
      status: response.status,
      headers: response.headers,
      body: isJson && text !== '' ? JSON.parse(text) : text,
    };
  };
}
