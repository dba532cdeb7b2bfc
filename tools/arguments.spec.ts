import { expect, it } from '@jest/globals';
import { readOptions, whole } from './arguments.ts';

const options = { key: { type: 'string' }, help: { type: 'boolean', default: false } } as const;

it('reads the command line', () => {
  const read = readOptions({ args: ['order', '--key', 'k'], allowPositionals: true, options });
  expect(read).toMatchObject({ values: { key: 'k', help: false }, positionals: ['order'] });
});

it.each([
  [['--fast'], "Unknown option '--fast'"],
  [['order'], "Unexpected argument 'order'"],
  [['--key'], "Option '--key <value>' argument missing"],
  [['--key', '--help'], "Option '--key' argument is ambiguous"],
])('%j is refused in one short line', (args, said) =>
  expect(() => readOptions({ args, options })).toThrow(expect.objectContaining({ message: said })),
);

it('takes whole numbers from 0', () => {
  expect([whole('0', '--last'), whole('12', '--last'), whole(undefined, '--last')]).toEqual([0, 12, undefined]);
  for (const wrong of ['', '-1', '1.5', 'x', '1e3', ' 1'])
    expect(() => whole(wrong, '--last')).toThrow(`--last takes a whole number, not "${wrong}"`);
});
