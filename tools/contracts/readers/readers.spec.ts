import { describe, expect, it } from '@jest/globals';
import { samplesOf } from '@offset-zero/contracts';
import { root } from '@offset-zero/platform/environment';
import { findApps } from '@offset-zero/platform/manifests.process';
import { readersFiles, readersOf, readersOnDisk } from './files.ts';
import { covers } from './readers.ts';
import { recording } from './recording.ts';

const apps = await findApps(root);

it('schemas/*/readers/ says what the code reads (if not: npm run docs)', async () => {
  expect(Object.fromEntries(readersOnDisk(root))).toEqual(Object.fromEntries(await readersFiles(root)));
}, 180_000);

/** The compiler's word, held against what is really touched when a row is made and stored. */
describe('what a view reads when it runs is known', () => {
  const views = apps.flatMap(({ manifest }) => manifest.keeps.map((view) => ({ service: manifest.name, view })));

  it.each(views)('$service: $view.name', ({ service, view }) => {
    const readers = readersOf(root, view.topic.name).find((found) => found.service === service);
    for (const { record, value } of samplesOf(view.topic)) {
      const touched = new Set<string>();
      JSON.stringify(view.row(recording(value, touched)));
      const known = Object.keys(readers?.reads[record] ?? {});
      expect(touched.size).toBeGreaterThan(0);
      expect([...touched].filter((path) => !known.some((read) => covers(read, path)))).toEqual([]);
    }
  });
});

describe('a field is covered', () => {
  it.each([
    ['email', 'email', true],
    ['email', 'emails', false],
    ['address.city', 'address', true],
    ['address.*', 'address.city', true],
    ['address.*', 'address', true],
    ['address.city', 'address.street', false],
    ['lines[].name', 'lines', true],
    ['lines[].*', 'lines[].price.currency', true],
    ['*', 'anything', true],
  ])('by a read of %s: %s is %s', (read, path, expected) => expect(covers(read, path)).toBe(expected));
});
