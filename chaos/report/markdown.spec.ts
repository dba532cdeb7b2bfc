import { describe, expect, it } from '@jest/globals';
import { format } from 'prettier';
import { runPage, table } from './markdown.ts';
import { reliabilityPage } from './reliability.ts';
import { failuresOf, type Result } from './result.ts';

const result: Result = {
  ...{ seed: 7, minutes: 3, compaction: 'held', rate: 12, startedAt: 1_000, endedAt: 9_000, quietAfterMs: 12_345 },
  faults: [
    { fault: { kind: 'kill', target: 'kafka', at: 0 }, beganAt: 2_000, endedAt: 2_000 },
    {
      fault: { kind: 'pause', target: 'x', seconds: 3, at: 1 },
      beganAt: 3_000,
      endedAt: 6_000,
      problem: 'it was down',
    },
  ],
  requests: { accepted: 10, refused: 2, resolved: { replay: 3, read: 1 }, unknown: 0 },
  stuck: [],
  recovery: [{ kind: 'kill kafka', count: 1, write: { p50: 100, max: 2_000 }, order: null }],
  report: { checks: [{ name: 'nothing is parked', examined: 5, breaches: [] }] },
};
const breach = { check: 'nothing is parked', key: 'o1', what: 'it is parked', evidence: { offset: 3 } };
const broken: Result = {
  ...{ ...result, seed: 8, stuck: ['order-service: 1 rows in the outbox'] },
  report: { checks: [{ name: 'nothing is parked', examined: 5, breaches: [breach] }] },
};

describe('the report of a run', () => {
  it('is as Prettier would write it', async () =>
    expect(await format(runPage(result), { parser: 'markdown', printWidth: 120 })).toBe(runPage(result)));

  it('names what happened, what was found and how to have it again', () => {
    const page = runPage(broken);
    for (const part of ['seed 8: 2 breaches', '--seed 8 --compaction held', 'kill -9 kafka', '| it was down |']) {
      expect(page).toContain(part);
    }
    expect(page).toContain('- nothing is parked, o1: it is parked `{"offset":3}`');
    expect(page).toContain('- stuck: order-service: 1 rows in the outbox');
  });
});

describe('docs/reliability.md', () => {
  it('is as Prettier would write it, with and without breaches', async () => {
    for (const results of [[result], [result, broken]]) {
      const page = reliabilityPage(results);
      expect(await format(page, { parser: 'markdown', printWidth: 120, singleQuote: true })).toBe(page);
    }
  });

  it('adds the runs up, and hides no breach', () => {
    const page = reliabilityPage([result, broken]);
    expect(page).toContain('**20 writes were accepted while 2 things went wrong; the checker found 2 breaches.**');
    expect(page).toContain('seed 8, nothing is parked, o1: it is parked');
    expect(page).toMatch(/nothing is parked +\| +10 \| +1 \|/);
  });
});

describe('a failure', () => {
  it('is a breach, and what is stuck', () => expect([result, broken].map(failuresOf)).toEqual([0, 2]));
});

describe('a table', () => {
  it('has numbers to the right', () =>
    expect(table(['a', 'n'], [['x', 1]])).toBe('| a   |   n |\n| --- | --: |\n| x   |   1 |'));
});
