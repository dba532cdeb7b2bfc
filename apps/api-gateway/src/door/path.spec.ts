import { describe, expect, it } from '@jest/globals';
import { readPath } from './path.ts';

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
    '/api/customers/ü',
    '/api/customers/#x',
  ])('%s goes nowhere', (url) => expect(readPath(url)).toBe('malformed'));
});
