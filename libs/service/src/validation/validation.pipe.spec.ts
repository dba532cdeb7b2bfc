import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { Refusal } from '../problems/refusal.ts';
import { Money, OneOf, Part, Parts, ReadOnly, Sku, Text, Texts, WholeNumber } from './decorators.ts';
import { ValidationPipe } from './validation.pipe.ts';

class Line {
  @Sku() productId: string;
  @WholeNumber({ min: 1, max: 10 }) quantity: number;
}

class Body {
  @Text({ max: 10 }) name: string;
  @Text({ max: 10, optional: true }) note?: string;
  @OneOf(['A', 'B'], { optional: true }) category?: string;
  @Part(() => Money, { optional: true }) price?: Money;
  @Parts(() => Line, { min: 1, max: 2, optional: true }) lines?: Line[];
  @ReadOnly() id?: string;
  @ReadOnly() version?: number;
}

class Filter {
  @WholeNumber({ min: 1, max: 200, optional: true, fromText: true }) limit: number = 50;
  @Texts({ each: { max: 5 }, max: 2, optional: true, separator: ',' }) ids?: string[];
}

const pipe = new ValidationPipe();
const read = (value: unknown) => pipe.transform(value, { type: 'body', metatype: Body });
const query = (value: unknown) => pipe.transform(value, { type: 'query', metatype: Filter });

async function faultsOf(result: Promise<unknown>): Promise<string[]> {
  const refusal = await result.then(
    () => undefined,
    (error: Refusal) => error,
  );
  return (refusal?.details.errors ?? []).map(({ pointer, parameter, code }) => `${pointer ?? parameter} ${code}`);
}

describe('the reading of a body', () => {
  it('gives an instance of its class, normalised', async () =>
    expect(await read({ name: ' Zu\u0308ri ', price: { amountMinor: 1250, currency: 'CHF' } })).toMatchObject({
      name: 'Züri',
      price: { amountMinor: 1250, currency: 'CHF' },
    }));

  it('ignores what GET returned and the client does not decide', async () => {
    const body = (await read({ name: 'a', id: 5, version: 'x' })) as Body;
    expect([body.id, body.version]).toEqual([undefined, undefined]);
  });

  it('says everything that is wrong, each with its place', async () =>
    expect(
      await faultsOf(
        read({
          name: 5,
          nickname: 'x',
          category: 'C',
          price: { amountMinor: -1, currency: 'chf', vat: 1 },
          lines: [{ productId: 'a b', quantity: 11 }],
        }),
      ),
    ).toEqual([
      '/nickname unknown-field',
      '/name not-a-string',
      '/category not-one-of',
      '/price/vat unknown-field',
      '/price/amountMinor too-small',
      '/price/currency wrong-format',
      '/lines/0/productId wrong-format',
      '/lines/0/quantity too-large',
    ]));

  it.each([null, [], 'text', 5, undefined])('refuses %j as a body', async (value) =>
    expect(await faultsOf(read(value))).toEqual([' not-an-object']),
  );

  it.each(['constructor', 'toString', 'hasOwnProperty', '__proto__', '__defineGetter__'])(
    'refuses a field called %s',
    async (name) => {
      expect(await faultsOf(read(JSON.parse(`{"name": "a", "${name}": {"polluted": true}}`)))).not.toEqual([]);
      expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    },
  );

  it.each([
    [{ price: 'free' }, '/price not-an-object'],
    [{ price: [] }, '/price not-an-object'],
    [{ lines: {} }, '/lines not-a-list'],
    [{ lines: [] }, '/lines too-few'],
    [{ lines: [1] }, '/lines not-an-object'],
    [{ lines: [null] }, '/lines not-an-object'],
    [{ lines: [{}, {}, {}] }, '/lines too-many'],
  ])('refuses %j', async (part, fault) => expect(await faultsOf(read({ name: 'a', ...part }))).toContain(fault));

  it('counts one item as one', async () =>
    await expect(read({ name: 'a', lines: [] })).rejects.toMatchObject({
      details: { errors: [{ message: 'must have at least 1 item' }] },
    }));

  it('takes null for what may be left out', async () => expect(await read({ name: 'a', note: null })).toBeDefined());
});

describe('the reading of a query', () => {
  it('has defaults', async () => expect(await query({})).toMatchObject({ limit: 50 }));

  it('makes numbers and lists of text', async () =>
    expect(await query({ limit: '7', ids: 'a,b' })).toMatchObject({ limit: 7, ids: ['a', 'b'] }));

  it('takes a repeated parameter as a list', async () =>
    expect(await query({ ids: ['a', 'b'] })).toMatchObject({ ids: ['a', 'b'] }));

  it.each([
    [{ limit: '0' }, 'limit too-small'],
    [{ limit: '201' }, 'limit too-large'],
    [{ limit: 'many' }, 'limit not-a-number'],
    [{ limit: ['1', '2'] }, 'limit not-a-number'],
    [{ page: '1' }, 'page unknown-parameter'],
    [{ ids: 'a,b,c' }, 'ids too-many'],
    [{ ids: 'abcdef' }, 'ids too-long'],
  ])('refuses %j', async (parameters, fault) => expect(await faultsOf(query(parameters))).toEqual([fault]));
});
