import { describe, expect, it } from '@jest/globals';
import { picture } from './picture.ts';

describe('the picture of a product', () => {
  it('is always the same', () => expect(picture('knife', 'Tools')).toEqual(picture('knife', 'Tools')));

  it('has the colours of the category', () => {
    expect(picture('knife', 'Tools').palette).toEqual(picture('rope', 'Tools').palette);
    const palettes = ['Tools', 'Garden', 'Books', 'Toys', 'Music', 'Shoes'].map((each) => picture('x', each).palette);
    expect(new Set(palettes).size).toBeGreaterThan(2);
  });

  it('differs from product to product', () => {
    const drawn = Array.from({ length: 50 }, (_, i) => JSON.stringify(picture(`SKU-${i}`, 'Tools').shapes));
    expect(new Set(drawn).size).toBeGreaterThan(40);
  });
});
