import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { allowedAt } from './permission.ts';
import { permissions } from './table.ts';

interface Operation {
  'x-role'?: string;
}

const { paths } = JSON.parse(readFileSync(join(import.meta.dirname, '../../../../docs/openapi.json'), 'utf8')) as {
  paths: Record<string, Record<string, Operation>>;
};

/** Every operation of every service, as it is true at this door. */
const operations = Object.entries(paths).flatMap(([path, item]) =>
  Object.entries(item)
    .filter(([method]) => ['get', 'post', 'put', 'patch', 'delete'].includes(method))
    .map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      role: operation['x-role'],
      segments: path.replace('/api/', '').split('/'),
    })),
);

describe('the table of permissions and the roles the services ask for', () => {
  it('is about a document with the whole shop in it', () => expect(operations.length).toBeGreaterThan(20));

  it.each(operations)('agree on $method $path', ({ method, segments, role }) => {
    expect(role).toBeDefined();
    expect(allowedAt(method, segments)).toEqual({ role });
  });

  it.each(permissions)('%s %s is there', (method, pattern) => {
    const shape = (path: string) => path.replace(/\{\w+\}/g, '{}');
    const there = operations.filter((each) => each.method === method).map(({ path }) => shape(path));
    expect(there).toContain(shape(`/api${pattern}`));
  });
});
