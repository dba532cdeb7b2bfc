import { operatorsToken } from './issuer.ts';

export interface Answer {
  status: number;
  headers: Headers;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- whatever JSON comes
  body: any;
}

export type Ask = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;

/**
 * Sends HTTP requests to `url` with the token that `as` gives, by default an operator's of the test issuer; a header
 * Authorization goes instead of it. A string body goes as it is, anything else as JSON.
 */
export const asking =
  (url: string, as: () => Promise<string | undefined> = operatorsToken): Ask =>
  async (method, path, body, headers = {}) => {
    const sent = new Headers(headers);
    if (body !== undefined && !sent.has('content-type')) sent.set('Content-Type', 'application/json');
    const token = sent.has('authorization') ? undefined : await as();
    if (token !== undefined) sent.set('Authorization', `Bearer ${token}`);
    const response = await fetch(url + path, {
      method,
      headers: sent,
      body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    return { status: response.status, headers: response.headers, body: isJson && text !== '' ? JSON.parse(text) : text };
  };
