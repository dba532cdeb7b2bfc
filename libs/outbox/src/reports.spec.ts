import { beforeEach, describe, expect, it } from '@jest/globals';
import { createReports, type Reports } from './reports.ts';

let time: number;
let lines: string[];
let reports: Reports;

beforeEach(() => {
  time = 1_000;
  lines = [];
  const keep = (_: object, message: string) => lines.push(message);
  const log = { debug() {}, info: keep, warn: keep, error: keep };
  reports = createReports('customer-service', log, () => time);
});

const away = new Error('no broker');
const TOOK = 'The relay took office';
const FAILED = 'The relay cannot publish and tries again';
const WELL = 'The relay works again';

describe('what a relay reports', () => {
  it('is where it is and what it did', () => {
    expect(reports.status()).toEqual({ office: 'candidate', publishedRows: 0, terms: 0 });
    reports.tookOffice();
    reports.published(3);
    expect(reports.status()).toEqual({ office: 'active', publishedRows: 3, terms: 1, lastPublishedAt: 1_000 });
    reports.left();
    expect(reports.status().office).toBe('candidate');
  });

  it('is one line for many failures, until a minute has passed', () => {
    for (let i = 0; i < 50; i++) reports.failed(away);
    expect(lines).toEqual([FAILED]);
    time += 60_000;
    reports.failed(new Error('another'));
    reports.failed(away);
    expect(lines).toEqual([FAILED, FAILED]);
  });

  it('is no cure when it takes office and publishes nothing', () => {
    reports.tookOffice();
    expect(reports.failed(away)).toBe(1);
    reports.tookOffice();
    expect(reports.failed(away)).toBe(2);
    expect(reports.status()).toMatchObject({ office: 'candidate', lastError: 'no broker' });
    expect(lines).toEqual([TOOK, FAILED]);
  });

  it.each<[string, () => void]>([
    ['a batch', () => reports.published(1)],
    ['an empty outbox', () => reports.foundNothing()],
    ['another one in office', () => reports.standsBy()],
  ])('is well again with %s', (_, cure) => {
    reports.failed(away);
    cure();
    cure();
    expect(reports.status().lastError).toBeUndefined();
    expect(reports.failed(away)).toBe(1);
    expect(lines).toEqual([FAILED, WELL, FAILED]);
  });
});
