import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, it } from '@jest/globals';
import { root } from '@offset-zero/platform/environment';

const NOT_OURS = ['**/node_modules', '**/dist', '.*'];
const pages = globSync('**/*.md', { cwd: root, exclude: NOT_OURS });
const read = (page: string) => readFileSync(join(root, page), 'utf8').replace(/^```[^]*?^```/gm, '');

interface Link {
  from: string;
  /** A path below the root. */
  to: string;
  heading?: string;
}

const linksOf = (page: string): Link[] =>
  [...read(page).matchAll(/\]\((?!\w+:)([^)#\s]*)(?:#([^)\s]+))?\)/g)].map(([, path, heading]) => ({
    from: page,
    to: path ? relative(root, join(root, dirname(page), path)) : page,
    heading,
  }));

/** As GitHub names a heading: lower case, no punctuation, hyphens for spaces. */
const headingsOf = (page: string): string[] =>
  [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, title]) =>
    title!
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

const leadsSomewhere = ({ to, heading }: Link): boolean =>
  existsSync(join(root, to)) && (heading === undefined || headingsOf(to).includes(heading));

it('every link of a page leads to something that is there', () => {
  const links = pages.flatMap(linksOf);
  expect(links.length).toBeGreaterThan(50);
  expect(links.filter((link) => !leadsSomewhere(link))).toEqual([]);
});

it('the README leads to every page, by way of others or directly', () => {
  const found = new Set(['README.md']);
  for (const page of found) {
    for (const { to } of linksOf(page)) {
      if (pages.includes(to)) found.add(to);
      if (pages.includes(join(to, 'README.md'))) found.add(join(to, 'README.md'));
    }
  }
  expect(pages.filter((page) => !found.has(page))).toEqual([]);
});
