import { describe, expect, it } from '@jest/globals';
import { cacheOf, fileNamed, wantsPage } from './files.ts';

describe('a file of the web app', () => {
  it.each([
    ['/favicon.svg', 'favicon.svg'],
    ['/assets/index-BX1a_-2.js?v', 'assets/index-BX1a_-2.js'],
    ['/products/book.1', 'products/book.1'],
  ])('%s may be %s', (url, file) => expect(fileNamed(url)).toBe(file));

  it.each([
    '/',
    '/../package.json',
    '/assets/..%2f..%2fmain.ts',
    '/.env',
    '/a//b',
    '/a/',
    '/%2e%2e/x',
    '/a\\b',
    '/a%00',
  ])('%s is none', (url) => expect(fileNamed(url)).toBeUndefined());

  it.each([
    ['/assets/index-abc.js', 'public, max-age=31536000, immutable'],
    ['/index.html', 'no-cache'],
    ['/favicon.svg', 'no-cache'],
  ])('%s is kept: %s', (file, cache) => expect(cacheOf(file)).toBe(cache));
});

describe('a page of the web app', () => {
  const html = 'text/html,application/xhtml+xml,*/*;q=0.8';

  it.each(['/', '/orders', '/products/a.b', '/desk/customers?q=x', '/apisX'])('is %s', (url) =>
    expect(wantsPage(url, html)).toBe(true),
  );

  it.each([
    '/api',
    '/api/orders',
    '/apis',
    '/docs',
    '/docs/x',
    '/docs-json/x',
    '/metrics',
    '/health/x',
    '/problems/x',
    '//orders',
  ])('is not %s', (url) => expect(wantsPage(url, html)).toBe(false));

  it.each([undefined, '*/*', 'application/json', 'image/svg+xml,*/*'])('is not asked for with Accept: %p', (accept) =>
    expect(wantsPage('/orders', accept)).toBe(false),
  );

  it('is the first one for whoever asks', () => expect(wantsPage('/?x', '*/*')).toBe(true));
});
