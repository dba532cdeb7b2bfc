import { describe, expect, it } from '@jest/globals';
import { republish, type Run } from './republish.ts';
import type { Service } from './service.ts';

const report = (over: object = {}) => ({
  ...{ topic: 'product', step: 'done', recordsRead: 9, compared: 4, differing: 0, counts: {}, examples: [] },
  ...{ repaired: 0, inMotion: 0, ...over },
});
const differing = report({
  differing: 1,
  counts: { 'log-ahead': 1 },
  examples: [{ key: 'knife', kind: 'log-ahead', logVersion: 9, ownerVersion: 7, version: 10 }],
});

/** A service that answers every run with the next of `outcomes`. */
function serviceOf(...outcomes: Partial<Run>[]) {
  const asked: object[] = [];
  let run: Run = { state: 'never', topics: [], notComparable: [] };
  const service = {
    name: 'product-service',
    get: async () => run,
    post: async (_: string, body: object) => {
      asked.push(body);
      run = { state: 'done', startedAt: `run ${asked.length}`, topics: [], notComparable: [], ...outcomes.shift() };
      return { ...run, state: 'running' };
    },
  } as unknown as Service;
  return { service, asked };
}

async function said(service: Service, values: Record<string, boolean | string>) {
  const lines: string[] = [];
  process.exitCode = 0;
  await republish.run({ service, args: [], values }, { say: (line) => lines.push(line), who: 'me' });
  const code = process.exitCode;
  process.exitCode = 0;
  return { text: lines.join('\n'), code };
}

describe('npm run ops -- republish', () => {
  it('is content when nothing differs, and changes nothing', async () => {
    const { service, asked } = serviceOf({ topics: [report()] });
    const { text, code } = await said(service, {});
    expect(text).toBe('product: 4 rows and 9 records compared, 0 keys differ');
    expect({ code, asked }).toEqual({ code: 0, asked: [{ topic: undefined, dryRun: true }] });
  });

  it('tells in a dry run what differs, and exits with 1', async () => {
    const facts = [{ topic: 'order-events', kind: 'events', offsets: 12 }];
    const { service, asked } = serviceOf({ topics: [differing], notComparable: facts });
    const { text, code } = await said(service, { 'dry-run': true });
    expect(text).toBe(`product: 4 rows and 9 records compared, 1 keys differ

difference  keys
log-ahead      1

difference  key    log has  table has  becomes
log-ahead   knife  9        7          10

No table can tell again what is lost of order-events (events, 12 offsets).`);
    expect({ code, runs: asked.length }).toEqual({ code: 1, runs: 1 });
  });

  it('repairs with --yes', async () => {
    const repaired = report({ differing: 1, repaired: 1 });
    const { service, asked } = serviceOf({ topics: [differing] }, { topics: [repaired] });
    const { text, code } = await said(service, { yes: true, topic: 'product' });
    expect(text).toContain('1 of 1 keys that differed are repaired');
    expect({ code, asked: asked.at(-1) }).toEqual({ code: 0, asked: { topic: 'product', dryRun: false } });
  });

  it('is no success while something could not be compared or is not in the log yet', async () => {
    const { service } = serviceOf({ topics: [differing] }, { topics: [report({ differing: 1, inMotion: 1 })] });
    expect((await said(service, { yes: true })).code).toBe(1);
    expect((await said(serviceOf({ topics: [report({ inMotion: 2 })] }).service, {})).code).toBe(1);
  });

  it('says why a run failed', async () => {
    const { service } = serviceOf({ state: 'failed', error: 'no Kafka' });
    await expect(said(service, {})).rejects.toThrow('product-service: no Kafka: republish again');
  });
});
