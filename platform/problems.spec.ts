import { describe, expect, it } from '@jest/globals';
import { problemIn, withoutRepeats } from './problems.ts';

describe('what of a log is worth the console', () => {
  it.each([
    [undefined, '{"level":30,"msg":"listening"}'],
    [undefined, '{"level":"info","msg":"listening"}'],
    ['Kafka is away', '{"level":"warn","msg":"Kafka is away"}'],
    [undefined, ''],
    ['Kafka is away', '{"level":40,"msg":"Kafka is away"}'],
    ['relay: no broker', '{"level":50,"msg":"relay","err":{"message":"no broker"}}'],
    ['Cannot go on: no table', '{"level":"fatal","msg":"Cannot go on","problem":{"code":"x","detail":"no table"}}'],
    ['no broker', '{"level":50,"msg":"no broker","err":{"message":"no broker"}}'],
    ['Error: Cannot find module', 'Error: Cannot find module'],
    [undefined, '42'],
  ])('%s', (problem, line) => expect(problemIn(line)).toBe(problem));

  it('says a thing once, and later how often it was meant', () => {
    let now = 0;
    const news = withoutRepeats(1_000, () => now);
    expect(['away', 'away', 'late', 'away'].map(news)).toEqual(['away', undefined, 'late', undefined]);
    now = 1_000;
    expect(news('away')).toBe('away (and 2 times more)');
  });
});
