import { describe, expect, it } from '@jest/globals';
import { isApi, readPath } from './path.ts';

describe('a path below /api', () => {
  it.each([
    ['/api/customers', '/customers', ['customers']],
    ['/api/customers/', '/customers/', ['customers']],
    ['/api/customers/a%20b?x=/..//', '/customers/a%20b?x=/..//', ['customers', 'a%20b']],
    ['/api/', '/', []],
    ['/api/?x', '/?x', []],
  ])('%s is %s', (url, path, segments) => expect(readPath(url)).toEqual({ path, segments }));

  it.each(['/', '/api', '/customers', '/API/customers', '/apis', '//api/customers'])('%s is none', (url) =>
    expect(readPath(url)).toBeUndefined(),
  );

  it.each([
    '/api/customers/../metrics',
    '/api/customers/%2e%2E/metrics',
    '/api/customers/.',
    '/api/./customers',
    '/api/customers/..?x',
    '/api/customers%2f..%2fmetrics',
    '/api/customers/a%5Cb',
    '/api/customers/a\\b',
    '/api//customers',
    '/api/customers//1',
    '/api/customers//',
    '/api/customers/%',
    '/api/customers/%zz',
    '/api/customers/%ff',
    '/api/customers/%C3%28',
    '/api/customers/ü',
    '/api/customers/#x',
  ])('%s goes nowhere', (url) => expect(readPath(url)).toBe('malformed'));
});

describe('a request about the API', () => {
  it.each([
    ['/api/*', '/%61pi/customers'],
    ['/api/*', 'http://shop.example/api/customers'],
    ['/api/live', '/%61pi/live'],
    [undefined, '/api/customers'],
  ])('is one by its route %p, though it is written %s', (route, url) => expect(isApi(route, url)).toBe(true));

  it.each([
    ['/*', '/api'],
    ['/apis', '/apis'],
    [undefined, '/apis/x'],
  ])('is none at %p', (route, url) => expect(isApi(route, url)).toBe(false));
});
