import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createCodec, topics } from '@offset-zero/contracts';
import { createKafka, readLog } from '@offset-zero/kafka';
import { admitted, asking, bearer, differencesWithLog, eventually, servers } from '@offset-zero/testing';
import { type ServiceUnderTest, startInTest } from '@offset-zero/testing/service';
import { migrations } from '../src/migrations/migrations.ts';
import { ProductServiceModule } from '../src/product-service.module.ts';
import { productService } from '../src/service.ts';

const knife = {
  name: 'Swiss army knife',
  description: 'Twelve blades\nand a corkscrew',
  category: 'Tools',
  price: { amountMinor: 4_950, currency: 'CHF' },
};

interface Product {
  productId: string;
  version: number;
  name: string;
}

let service: ServiceUnderTest;

beforeAll(async () => {
  service = await startInTest(productService, ProductServiceModule, { migrations });
}, 120_000);

afterAll(() => service?.stop());

async function call<T = Product>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${service.url}${path}`, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...(await bearer()), ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  const answer = (text === '' ? {} : JSON.parse(text)) as T & { code?: string };
  return { status: response.status, body: answer, headers: response.headers };
}

const sku = () => `sku-${randomUUID()}`;
const create = (productId: string, more: object = {}) => call('POST', '/products', { ...knife, productId, ...more });

/** What the topic says about `key`, once it says at least `count` things. */
async function published(key: string, count: number) {
  const { brokers, registryUrl } = servers();
  const codec = createCodec({ registryUrl });
  return eventually(async () => {
    const records = (await readLog(createKafka({ brokers, clientId: 'test' }), 'product')).filter((r) => r.key === key);
    if (records.length < count) return false;
    await codec.learn(records.map(({ value }) => value));
    return records.map(({ value, headers }) => ({
      version: headers.ce_version,
      value: value && codec.decode(topics.product, value).value,
    }));
  });
}

describe('a product', () => {
  it('gets an id, or keeps the one it is given', async () => {
    const given = sku();
    expect(await create(given)).toMatchObject({ status: 201, body: { productId: given, version: 1, ...knife } });
    const made = await call('POST', '/products', knife);
    expect(made.body.productId).toMatch(/^[0-9a-f-]{36}$/);
    expect(made.headers.get('location')).toBe(`/products/${made.body.productId}`);
    expect(made.headers.get('etag')).toBe('"1"');
    expect(await call('GET', `/products/${made.body.productId}`)).toMatchObject({ status: 200, body: made.body });
  });

  it('is refused under an id that is taken, and nothing is changed', async () => {
    const productId = sku();
    await create(productId);
    expect(await create(productId, { name: 'Other' })).toMatchObject({ status: 409, body: { code: 'product-exists' } });
    expect((await call('GET', `/products/${productId}`)).body.name).toBe(knife.name);
  });

  it('is made once when many want the same id at the same time', async () => {
    const productId = sku();
    const statuses = (await Promise.all(Array.from({ length: 8 }, () => create(productId)))).map((each) => each.status);
    expect(statuses.sort()).toEqual([201, 409, 409, 409, 409, 409, 409, 409]);
  });

  it.each(['a/b', 'ä', '', 'x'.repeat(65), 'a b', '.', '..'])('cannot have the id %j', async (productId) =>
    expect(await create(productId)).toMatchObject({ status: 400, body: { code: 'validation-failed' } }),
  );

  it('is replaced on the version that was read, and takes no version when nothing changes', async () => {
    const productId = sku();
    const { body } = await create(productId);
    const path = `/products/${productId}`;
    const dearer = { ...body, price: { amountMinor: 5_200, currency: 'CHF' } };
    expect((await call('PUT', path, dearer)).status).toBe(428);
    expect(await call('PUT', path, dearer, { 'if-match': '"1"' })).toMatchObject({ status: 200, body: { version: 2 } });
    expect(await call('PUT', path, dearer, { 'if-match': '"1"' })).toMatchObject({
      status: 412,
      body: { code: 'version-conflict', currentVersion: 2 },
    });
    expect(await call('PUT', path, dearer, { 'if-match': '"2"' })).toMatchObject({ status: 200, body: { version: 2 } });
  });

  it.each([
    ['a negative price', { price: { amountMinor: -1, currency: 'CHF' } }],
    ['half a centime', { price: { amountMinor: 0.5, currency: 'CHF' } }],
    ['more than all the money', { price: { amountMinor: 1e13, currency: 'CHF' } }],
    ['no currency', { price: { amountMinor: 1 } }],
    ['an unknown field', { colour: 'red' }],
    ['no name', { name: ' ' }],
    ['NUL in a name', { name: 'a\u0000b' }],
    ['a lone surrogate', { name: 'a\ud800b' }],
  ])('with %s is refused', async (_what, wrong) =>
    expect(await create(sku(), wrong)).toMatchObject({ status: 400, body: { code: 'validation-failed' } }),
  );

  it('is told to everybody, its deletion too, and an id that comes back goes on counting', async () => {
    const productId = sku();
    await create(productId);
    await call('PUT', `/products/${productId}`, { ...knife, name: 'Knife' }, { 'if-match': '"1"' });
    expect((await call('DELETE', `/products/${productId}`)).status).toBe(204);
    expect(await call('GET', `/products/${productId}`)).toMatchObject({
      status: 404,
      body: { code: 'product-not-found' },
    });
    expect((await call('DELETE', `/products/${productId}`)).status).toBe(404);
    expect(await create(productId, { name: 'Again' })).toMatchObject({ status: 201, body: { version: 4 } });
    expect(await published(productId, 4)).toEqual([
      { version: '1', value: { productId, version: 1, ...knife } },
      { version: '2', value: { productId, version: 2, ...knife, name: 'Knife' } },
      { version: '3', value: null },
      { version: '4', value: { productId, version: 4, ...knife, name: 'Again' } },
    ]);
  });

  it('counts on without a gap, however creating and deleting cross', async () => {
    const productId = sku();
    let made = 0;
    let removed = 0;
    const flip = async () => {
      for (let i = 0; i < 10; i++) {
        if ((await create(productId)).status === 201) made++;
        if ((await call('DELETE', `/products/${productId}`)).status === 204) removed++;
      }
    };
    await Promise.all([flip(), flip(), flip(), flip()]);
    expect(made).toBe(removed);
    const log = await published(productId, made + removed);
    expect(log.map(({ version }) => Number(version))).toEqual(log.map((_, index) => index + 1));
    expect(log.map(({ value }) => value === null)).toEqual(log.map((_, index) => index % 2 === 1));
  });
});

describe('the list of products', () => {
  const category = `Category ${randomUUID()}`;
  const ids = Array.from({ length: 5 }, sku).sort();

  beforeAll(async () => {
    for (const [index, productId] of ids.entries())
      await create(productId, { category, name: `Knife 100% no_${index}` });
  });

  const list = (query: string) => call<{ items: Product[]; next?: string }>('GET', `/products?${query}`);
  const idsOf = async (query: string) => (await list(query)).body.items.map(({ productId }) => productId);
  const inCategory = `category=${encodeURIComponent(category)}`;

  it('is read page by page, each product once, in the order of the ids', async () => {
    const found: string[] = [];
    let after = '';
    for (let pages = 0; pages < 3; pages++) {
      const { body } = await list(`${inCategory}&limit=2${after}`);
      found.push(...body.items.map(({ productId }) => productId));
      after = `&after=${body.next}`;
    }
    expect(found).toEqual(ids);
    expect(after).toBe('&after=undefined');
  });

  it('knows a part of a name or id, in any case, and takes every letter for itself', async () => {
    expect(await idsOf(`${inCategory}&q=KNIFE+100%25`)).toEqual(ids);
    expect(await idsOf(`${inCategory}&q=no_3`)).toEqual([ids[3]]);
    expect(await idsOf(`${inCategory}&q=${ids[2]!.slice(6)}`)).toEqual([ids[2]]);
    for (const pattern of ['n%_', '.*', 'no_33', "' or true --"]) {
      expect(await idsOf(`${inCategory}&q=${encodeURIComponent(pattern)}`)).toEqual([]);
    }
  });

  it('gives those that are asked for and exist', async () =>
    expect(await idsOf(`ids=${ids[4]},nobody,${ids[0]}`)).toEqual([ids[0], ids[4]]));

  it('leaves out what was deleted', async () => {
    await call('DELETE', `/products/${ids[1]}`);
    expect(await idsOf(inCategory)).toEqual(ids.filter((_, index) => index !== 1));
  });

  it.each(['limit=0', 'limit=201', 'categry=x', 'after=%00', 'after=WzFd', 'limit=x'])('refuses ?%s', async (query) =>
    expect((await list(query)).status).toBe(400),
  );
});

const everybody = ['shopper', 'clerk', 'operator'];
const clerks = ['clerk', 'operator'];

it.each<[string, string, unknown, string[]]>([
  ['GET', '/products', undefined, everybody],
  ['GET', '/products/nothing', undefined, everybody],
  ['POST', '/products', {}, clerks],
  ['PUT', '/products/nothing', {}, clerks],
  ['DELETE', '/products/nothing', undefined, clerks],
  ['GET', '/ops/audit', undefined, ['operator']],
])('%s %s with %j is for whom it is', async (method, path, body, callers) =>
  expect(await admitted(service.url, method, path, body)).toEqual(callers),
);

it(
  'whatever was written here, the log says of it what the table says',
  async () => expect(await differencesWithLog(asking(service.url))).toEqual({}),
  120_000,
);
