import { expect, it } from '@jest/globals';
import { didNotCome } from './did-not-come.ts';

it.each([
  ['Chromium', new TypeError('Failed to fetch dynamically imported module: http://shop/assets/x.js')],
  ['Firefox', new TypeError('error loading dynamically imported module: http://shop/assets/x.js')],
  ['Safari', new TypeError('Importing a module script failed.')],
  ['Vite', new Error('Unable to preload CSS for http://shop/assets/x.css')],
])('code that did not come is known by what %s says', (_, error) => expect(didNotCome(error)).toBe(true));

it('a mistake in the code is not taken for it', () => {
  expect(didNotCome(new TypeError("Cannot read properties of undefined (reading 'x')"))).toBe(false);
  expect(didNotCome(new SyntaxError('Unexpected token'))).toBe(false);
  expect(didNotCome('Failed to fetch dynamically imported module')).toBe(false);
});
