import { describe, expect, it } from '@jest/globals';
import { picture } from './picture.ts';

const ids = Array.from({ length: 50 }, (_, i) => `SKU-${i}`);

describe('the picture of a product', () => {
  it('is always the same', () => expect(picture('knife')).toEqual(picture('knife')));

  it('differs from product to product', () => {
    const pictures = ids.map(picture);
    expect(new Set(pictures.map(({ shapes }) => JSON.stringify(shapes))).size).toBeGreaterThan(40);
    expect(new Set(pictures.map(({ palette }) => palette)).size).toBeGreaterThan(4);
  });
});
