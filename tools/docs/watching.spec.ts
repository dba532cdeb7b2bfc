import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { root } from '@offset-zero/platform/environment';
import { commands } from '../ops/commands.ts';
import { alerts, WATCHING, withWatched } from './watching.ts';

const operations = join(root, 'docs/operations');
const runbook = join(operations, 'runbook');
const pages = readdirSync(runbook);
const read = (page: string) => readFileSync(join(runbook, page), 'utf8');

it('docs/operations/watching.md says what metrics and alerts say (if not: npm run docs)', async () => {
  const text = readFileSync(WATCHING, 'utf8');
  expect(await withWatched(text)).toBe(text);
});

describe('the runbook', () => {
  it('has a page for every alert, and no other', () =>
    expect(pages.sort()).toEqual(
      alerts()
        .map(({ alert }) => `${alert}.md`)
        .sort(),
    ));

  it.each(alerts())('$alert says how urgent it is, what is the matter, and where to look', (rule) => {
    expect(['page', 'ticket']).toContain(rule.labels.severity);
    expect(rule.annotations.summary).toMatch(/.{20}/);
    expect(rule.annotations.runbook).toBe(`docs/operations/runbook/${rule.alert}.md`);
  });

  it.each(pages)('%s says what it means, what the user sees, how to look and what to do', (page) =>
    expect(read(page)).toMatch(
      new RegExp(`^# ${page.replace('.md', '')}\n\n[^]+\\*\\*The user sees\\.\\*\\*[^]+\n## Look\n[^]+\n## Do\n[^]+`),
    ),
  );

  it.each(pages)('%s leads to pages that are there, by commands that are there', (page) => {
    const text = read(page);
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object };
    for (const [, linked] of text.matchAll(/\]\((\w+\.md)\)/g)) expect(pages).toContain(linked);
    for (const [, script] of text.matchAll(/npm run ([\w-]+)/g)) {
      if (script !== 'deploy') expect(Object.keys(scripts)).toContain(script);
    }
    for (const [, command] of text.matchAll(/npm run ops -- (\w+)/g)) expect(Object.keys(commands)).toContain(command);
  });
});

const promtool = (...args: string[]) => execFileSync('promtool', args, { encoding: 'utf8', stdio: 'pipe' });

function hasPromtool(): boolean {
  try {
    return promtool('--version') !== '';
  } catch {
    return false;
  }
}

/** Debian's package `prometheus` has it; without it the rest of this file still holds. */
(hasPromtool() ? describe : describe.skip)('promtool', () => {
  it('finds the configuration and the rules valid', () =>
    expect(promtool('check', 'config', join(operations, 'prometheus.yml'))).toContain('SUCCESS'));

  it('sees the alerts fire when they should, and only then', () =>
    expect(promtool('test', 'rules', join(operations, 'alerts.test.yaml'))).toContain('SUCCESS'));
});
