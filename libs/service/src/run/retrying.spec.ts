import { describe, expect, it } from '@jest/globals';
import { createLog } from '../log/log.ts';
import { retrying } from './retrying.ts';

const lines: string[] = [];
const log = createLog('test', 'info', { write: (line) => lines.push(JSON.parse(line).msg) });
const options = (signal: AbortSignal, mayHeal = () => true) => ({
  what: 'The thing',
  log,
  signal,
  mayHeal,
  shortestMs: 1,
});

describe('waiting for what may come', () => {
  it('tries until it is there, and says each reason once', async () => {
    let tries = 0;
    const work = async () => {
      if (++tries < 4) throw new Error('away');
    };
    expect(await retrying(work, options(new AbortController().signal))).toBe(true);
    expect(tries).toBe(4);
    expect(lines).toEqual(['The thing: not there yet, trying on', 'The thing: there now']);
  });

  it('ends when told to', async () => {
    const abort = new AbortController();
    const work = async () => {
      abort.abort();
      throw new Error('away');
    };
    expect(await retrying(work, options(abort.signal))).toBe(false);
  });

  it('gives up at once on what no waiting heals', async () => {
    const work = async () => {
      throw new Error('wrong for ever');
    };
    const signal = new AbortController().signal;
    await expect(
      retrying(
        work,
        options(signal, () => false),
      ),
    ).rejects.toThrow('wrong for ever');
  });
});
