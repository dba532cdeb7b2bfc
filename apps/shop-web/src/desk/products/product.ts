import type { components } from '../../api/generated/openapi.d.ts';
import type { Faults, Fields, Rules } from '../../editing/fields.ts';
import { minorOf, textOf } from './amount.ts';

export type Product = components['schemas']['Product'];
export type ProductInput = components['schemas']['ProductInput'];
export type NewProduct = components['schemas']['NewProduct'];

const LENGTHS = {
  ...{ productId: 64, name: 200, category: 100, description: 5_000, 'price.amount': 20, 'price.currency': 3 },
} as const;

export type ProductField = keyof typeof LENGTHS;

export const CURRENCIES = ['CHF', 'EUR', 'USD', 'GBP', 'JPY'] as const;

export const newProduct: Fields = {
  ...{ productId: '', name: '', category: '', description: '', 'price.amount': '', 'price.currency': 'CHF' },
};

/** The id is not among them: it is never changed. */
export const fieldsOf = ({ name, category, description, price }: Product): Fields => ({
  ...{ name, category, description },
  'price.amount': textOf(price.amountMinor, price.currency),
  'price.currency': price.currency,
});

const text = (fields: Fields, field: ProductField): string => (fields[field] ?? '').trim();

/** Of fields in which `faultsIn` finds nothing. */
export const inputOf = (fields: Fields) => ({
  name: text(fields, 'name'),
  category: text(fields, 'category'),
  description: text(fields, 'description'),
  price: {
    amountMinor: minorOf(text(fields, 'price.amount'), text(fields, 'price.currency'))!,
    currency: text(fields, 'price.currency'),
  },
});

export const newInputOf = (fields: Fields): NewProduct => {
  const productId = text(fields, 'productId');
  return productId === '' ? inputOf(fields) : { ...inputOf(fields), productId };
};

/** As product-service takes ids: what can be a segment of a path. */
const OWN_ID = /^(?!\.{1,2}$)[A-Za-z0-9._-]{1,64}$/;

function faultsIn(fields: Fields): Faults<ProductField> {
  const id = text(fields, 'productId');
  const amount = text(fields, 'price.amount');
  const missing = (['name', 'category', 'price.amount'] as const).filter((field) => text(fields, field) === '');
  const isAmount = minorOf(amount, text(fields, 'price.currency')) !== undefined;
  return {
    ...(id !== '' && !OWN_ID.test(id) && { productId: 'notAnId' as const }),
    ...Object.fromEntries(missing.map((field) => [field, 'missing' as const])),
    ...(amount !== '' && !isAmount && { 'price.amount': 'notAnAmount' as const }),
  };
}

export const productRules: Rules<ProductField> = { lengths: LENGTHS, faultsIn };

/** The fields of a problem are those of the body; those of the form are called otherwise where they look otherwise. */
export const fieldsRefused = ({ 'price.amountMinor': amount, ...others }: Record<string, string>) =>
  amount === undefined ? others : { ...others, 'price.amount': amount };
