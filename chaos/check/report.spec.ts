import { expect, it } from '@jest/globals';
import { breachesOf, describeReport } from './report.ts';

it('says of each check what was examined, and shows the first breaches', () => {
  const breaches = Array.from({ length: 7 }, (_, i) => ({
    check: 'sold',
    key: `p${i}`,
    what: 'oversold',
    evidence: { i },
  }));
  const report = {
    checks: [
      { name: 'sold', examined: 10, breaches },
      { name: 'nothing is parked', examined: 3, breaches: [] },
    ],
  };
  expect(breachesOf(report)).toHaveLength(7);
  expect(describeReport(report).split('\n')).toEqual([
    '✗ sold               10 examined, 7 breaches',
    ...[0, 1, 2, 3, 4].map((i) => `    p${i}: oversold {"i":${i}}`),
    '    and 2 more',
    '✓ nothing is parked  3 examined, 0 breaches',
  ]);
});
