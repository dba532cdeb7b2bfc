import { describe, expect, it } from '@jest/globals';
import { requestHeaders, responseHeaders, withOwn } from './headers.ts';

const caller = { address: '10.0.0.7', host: 'shop.example' };

describe('headers of a passed-on request', () => {
  it('keeps what speaks of the message', () => {
    const headers = {
      'if-match': '"7"',
      'consistency-token': 'abc',
      'idempotency-key': 'k',
      'content-type': 'application/json',
    };
    expect(requestHeaders(headers, caller, true)).toMatchObject(headers);
  });

  it('drops what speaks of the connection, also what Connection names', () => {
    const headers = {
      connection: 'keep-alive, X-Secret',
      'x-secret': '1',
      'keep-alive': 'timeout=5',
      te: 'trailers',
      upgrade: 'h2c',
      'transfer-encoding': 'chunked',
      expect: '100-continue',
    };
    const passed = requestHeaders(headers, caller, true);
    for (const name of Object.keys(headers)) expect(passed).not.toHaveProperty(name);
  });

  it('says itself who calls, and a client can neither claim nor remove it', () => {
    const headers = {
      connection: 'x-forwarded-for, traceparent',
      host: 'shop.example',
      'x-forwarded-for': '127.0.0.1',
      forwarded: 'for=127.0.0.1',
      traceparent: 'x',
    };
    expect(requestHeaders(headers, caller, true)).toEqual({
      'x-forwarded-for': '10.0.0.7',
      'x-forwarded-proto': 'http',
      'x-forwarded-host': 'shop.example',
    });
  });

  it.each([
    ...['x-forwarded-user', 'x-forwarded-prefix', 'x-user', 'x-user-id', 'x-auth-request-user', 'x-remote-user'],
    ...['x-original-url', 'x-rewrite-url', 'x-http-method-override', 'x-http-method', 'x-method-override'],
    ...['x-real-ip', 'forwarded', 'cookie', 'x-canary', 'x-client-cert'],
  ])('does not pass on what a client claims in %s', (name) =>
    expect(requestHeaders({ [name]: '1' }, caller, true)).not.toHaveProperty(name, '1'),
  );

  it('passes on who calls as he proves it', () =>
    expect(requestHeaders({ authorization: 'Bearer a.b.c' }, caller, true)).toMatchObject({
      authorization: 'Bearer a.b.c',
    }));

  it('announces no body that is not sent', () => {
    const passed = requestHeaders(
      { 'content-length': '5', 'content-type': 'text/plain', accept: '*/*' },
      caller,
      false,
    );
    expect(passed).toMatchObject({ accept: '*/*' });
    expect(passed).not.toHaveProperty('content-length');
    expect(passed).not.toHaveProperty('content-type');
  });
});

describe('headers of a passed-on answer', () => {
  it('keeps several values, drops the connection', () =>
    expect(
      responseHeaders({
        etag: '"7"',
        'set-cookie': ['a=1', 'b=2'],
        connection: 'close',
        'transfer-encoding': 'chunked',
      }),
    ).toEqual({ etag: '"7"', 'set-cookie': ['a=1', 'b=2'] }));

  it('puts /api before the place of what was made', () => {
    expect(responseHeaders({ location: '/orders/1' })).toEqual({ location: '/api/orders/1' });
    expect(responseHeaders({ location: 'https://elsewhere.example/1' })).toEqual({
      location: 'https://elsewhere.example/1',
    });
  });
});

describe("a service's answer beside what this door says itself", () => {
  const own = { 'cache-control': 'no-store', 'x-frame-options': 'DENY' };

  it('is kept by nobody, unless the service says for how long', () => {
    expect(withOwn(own, { etag: '"7"' })).toEqual({ ...own, etag: '"7"' });
    expect(withOwn(own, { 'cache-control': 'max-age=60' })).toMatchObject({ 'cache-control': 'max-age=60' });
  });

  it('cannot take back what guards browsers', () =>
    expect(withOwn(own, { 'x-frame-options': 'ALLOW' })).toMatchObject({ 'x-frame-options': 'DENY' }));
});
