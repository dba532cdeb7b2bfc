import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';

const dist = join(import.meta.dirname, '../dist');

interface Chunk {
  file: string;
  imports?: string[];
  dynamicImports?: string[];
}

const MOST_KB = 250;

const chunks = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;

/** All scripts that have to be there before these chunks run. */
function scripts(...names: string[]): Set<string> {
  const files = new Set<string>();
  const add = (name: string): void => {
    const { file, imports = [] } = chunks[name]!;
    if (files.has(file)) return;
    files.add(file);
    imports.forEach(add);
  };
  names.forEach(add);
  return files;
}

const kilobytes = (files: Set<string>): number =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0) / 1_000;

const chunk = (ending: string): string => Object.keys(chunks).find((name) => name.endsWith(ending))!;
const texts = ['en/shell.json', 'en/problems.json', 'en/shop.json'].map(chunk);
const entry = chunk('index.html');

describe('the first load', () => {
  it(`is under ${MOST_KB} kB of script: the app, its texts and the catalogue`, () => {
    const all = kilobytes(scripts(entry, chunk('shop/catalogue/catalogue-page.tsx'), ...texts));
    console.log(`first load: ${all.toFixed(1)} kB of script, gzip`);
    expect(all).toBeLessThan(MOST_KB);
  });

  it('has nothing of the desk, the hub and the trace', () => {
    const first = scripts(entry, chunk('shop/catalogue/catalogue-page.tsx'));
    const others = Object.keys(chunks).filter((name) => /src\/(desk|hub|trace)\//.test(name));
    expect(others.length).toBeGreaterThan(3);
    expect(others.filter((name) => first.has(chunks[name]!.file))).toEqual([]);
  });

  it('runs no inline script: the content security policy forbids it', () => {
    const page = readFileSync(join(dist, 'index.html'), 'utf8');
    expect([...page.matchAll(/<script(?![^>]*\bsrc=)[^>]*>/g)]).toEqual([]);
    expect(page).not.toMatch(/\son\w+=|javascript:/);
  });
});
