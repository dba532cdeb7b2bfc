import { expect, it } from '@jest/globals';
import { textIn } from './text-in.ts';

it('takes from an address the texts that it may have, as long as a search may be', () => {
  const search = textIn('q', 'category');
  expect(search({ q: 'knife', category: 7, sort: 'name' })).toEqual({ q: 'knife', category: '7' });
  expect(search({ q: '  Swiss knife ', category: '   ' })).toEqual({ q: 'Swiss knife' });
  expect(search({ q: 'x'.repeat(201), category: ['Tools'] })).toEqual({ q: 'x'.repeat(200) });
});
