import { describe, expect, it } from '@jest/globals';
import type { Command } from './command.ts';
import { confirmed } from './command.ts';
import { commands } from './commands.ts';
import type { Operator } from './io.ts';
import { runOps } from './run.ts';
import { targetOf } from './target.ts';

const urls = () => new Map([['stock-service', 'http://127.0.0.1:1']]);
const io: Operator = { say: () => {}, who: 'anna', token: async () => 'a token' };

async function run(...args: string[]): Promise<string> {
  const printed: string[] = [];
  await runOps(args, urls, io, (text) => printed.push(text));
  return printed.join('\n');
}

describe('the command line', () => {
  it('helps', async () => {
    expect(await run()).toBe(await run('--help'));
    for (const name of Object.keys(commands)) {
      expect(await run('--help')).toContain(`\n  ${name} `);
      expect(await run(name, '--help')).toContain(`-- ${name} <service>`);
    }
  });

  it.each([
    [['explode'], 'There is no command "explode". There are: lag, positions'],
    [['toString'], 'There is no command "toString"'],
    [['lag'], 'Say which service. There are: stock-service'],
    [['lag', 'stick-service'], 'There is no service "stick-service". There are: stock-service'],
    [['lag', 'stock-service'], 'stock-service does not answer at http://127.0.0.1:1: is it running'],
    [['lag', 'stock-service', '--fast'], "Unknown option '--fast'"],
    [['lag', 'stock-service', 'a', 'b'], 'lag takes: <service> [subscription]'],
    [['inspect', 'stock-service', 'a', '0'], 'inspect takes: <service> <subscription> <partition> <offset>'],
    [['inspect', 'stock-service', 'a', '0', 'x'], 'The offset takes a whole number, not "x"'],
    [['reset', 'stock-service', 'a'], 'Say where, with --to: an offset'],
    [['reset', 'stock-service', 'a', '--to', 'there'], '"end", not "there"'],
    [['discard', 'stock-service', 'a', '--reason', 'b'], 'Say --key, or --partition and --offset'],
    [['discard', 'stock-service', 'a', '--key', 'k', '--offset', '1', '--reason', 'b'], 'Say --key, or'],
    [['discard', 'stock-service', 'a', '--key', 'k'], 'Say why'],
  ])('%j is refused in one line', async (args, said) => {
    const error = (await run(...args).catch((error: Error) => error)) as Error;
    expect(error.message).toContain(said);
    expect(error.message).not.toContain('\n');
  });
});

it.each([
  ['17', { offset: 17 }],
  ['beginning', 'beginning'],
  ['end', 'end'],
  ['2026-11-21T08:00:00Z', { time: '2026-11-21T08:00:00Z' }],
  ['2026-11-21T08:00+01:00', { time: '2026-11-21T08:00+01:00' }],
])('--to %s is understood', (to, target) => expect(targetOf(to)).toEqual(target));

it.each(['', '-1', '1.5', 'now', '2026-11-21', '2026-11-21T08:00:00', '2026-13-21T08:00:00Z', '17 '])(
  '--to %j is not',
  (to) => expect(() => targetOf(to)).toThrow('--to takes'),
);

describe('a confirmation', () => {
  const given = (values: object) => ({ values }) as Parameters<Command['run']>[0];
  const answering = (answer: boolean): Operator => ({ ...io, ask: async () => answer });

  it('is asked for, and taken as it is given', async () => {
    expect(await confirmed(given({}), answering(true), 'Sure?')).toBe(true);
    expect(await confirmed(given({}), answering(false), 'Sure?')).toBe(false);
  });
  it('is not asked for with --yes', async () => expect(await confirmed(given({ yes: true }), io, 'Sure?')).toBe(true));
  it('is never given by a dry run', async () =>
    expect(await confirmed(given({ 'dry-run': true, yes: true }), answering(true), 'Sure?')).toBe(false));
  it('cannot be had without a terminal', () =>
    expect(confirmed(given({}), io, 'Sure?')).rejects.toThrow('no terminal'));
});
