import { describe, expect, it } from '@jest/globals';
import { create, type ProductDetails, replace } from './product.ts';

const knife: ProductDetails = {
  name: 'Swiss army knife',
  description: 'Twelve blades',
  category: 'Tools',
  price: { amountMinor: 4_950, currency: 'CHF' },
};

describe('a product', () => {
  const product = create(knife, 'SKU-1');

  it('begins at version 1', () => expect(product).toEqual({ productId: 'SKU-1', version: 1, ...knife }));

  it('goes on counting when its id comes back', () => expect(create(knife, 'SKU-1', 7).version).toBe(8));

  it('stays itself when nothing changes', () =>
    expect(replace(product, { ...knife, price: { ...knife.price } })).toBe(product));

  it.each([
    ['name', 'Knife'],
    ['description', ''],
    ['category', 'Kitchen'],
    ['price', { amountMinor: 4_951, currency: 'CHF' }],
    ['price', { amountMinor: 4_950, currency: 'EUR' }],
  ])('takes a version when its %s becomes %j', (field, value) =>
    expect(replace(product, { ...knife, [field]: value })).toEqual({ ...product, [field]: value, version: 2 }),
  );
});
