import { describe, expect, it } from '@jest/globals';
import { fieldsOf, fieldsRefused, inputOf, newInputOf, newProduct, type Product, productRules } from './product.ts';

const { faultsIn } = productRules;

const knife: Product = {
  ...{ productId: 'knife', version: 2, name: 'Knife', category: 'Tools', description: 'Seven tools' },
  price: { amountMinor: 4950, currency: 'CHF' },
};

describe('the form of a product', () => {
  it('sends what it was given', () => {
    const { productId, version, ...input } = knife;
    expect(inputOf(fieldsOf(knife))).toEqual(input);
    expect([productId, version]).toEqual(['knife', 2]);
  });

  it('leaves the id to the service where none is given', () => {
    expect('productId' in newInputOf(fieldsOf(knife))).toBe(false);
    expect(newInputOf({ ...fieldsOf(knife), productId: ' knife-2 ' })).toMatchObject({ productId: 'knife-2' });
  });

  it('says what is missing and what is wrong', () => {
    expect(faultsIn(fieldsOf(knife))).toEqual({});
    expect(Object.keys(faultsIn(newProduct))).toEqual(['name', 'category', 'price.amount']);
    expect(faultsIn({ ...fieldsOf(knife), productId: 'a/b', 'price.amount': '1.234' })).toEqual({
      productId: 'notAnId',
      'price.amount': 'notAnAmount',
    });
  });

  it('takes an amount as its currency has it', () =>
    expect(faultsIn({ ...fieldsOf(knife), 'price.currency': 'JPY' })).toEqual({ 'price.amount': 'notAnAmount' }));

  it('shows at the price what the service says of it', () =>
    expect(fieldsRefused({ 'price.amountMinor': 'too large', name: 'empty' })).toEqual({
      'price.amount': 'too large',
      name: 'empty',
    }));
});
