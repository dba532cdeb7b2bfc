import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Customer, createCodec, deploy, topics } from '@offset-zero/contracts';
import { createKafka, type Producer } from '@offset-zero/kafka';
import { admitted, asking, eventually, servers } from '@offset-zero/testing';
import { type ServiceUnderTest, startInTest } from '@offset-zero/testing/service';
import { CustomerSearchModule } from '../src/customer-search.module.ts';
import { customerSearch } from '../src/service.ts';

/** A word that nobody else has on the topic, which other tests write to as well. */
const word = (begin: string) => `${begin}${randomBytes(6).toString('hex')}`;

const { brokers, registryUrl } = servers();
const kafka = createKafka({ brokers, clientId: 'test' });
const codec = createCodec({ registryUrl });
let producer: Producer;
let service: ServiceUnderTest;

/** As customer-service would tell it; `null`: that there is no such customer any more. */
async function tell(customerId: string, version: number, customer: Partial<Customer> | null): Promise<void> {
  const told = { ...peter, ...customer, customerId, version };
  const value = customer && codec.encode(topics.customer, 'Customer', told);
  await producer.send({
    topic: 'customer',
    messages: [{ key: customerId, value, headers: { ce_version: `${version}` } }],
  });
}

const peter: Customer = {
  customerId: '',
  version: 1,
  firstName: 'Peter',
  lastName: 'Muster',
  email: 'peter@example.org',
  category: 'B',
  address: { street: 'Münstergasse 5', postalCode: '3011', city: 'Bern', country: 'CH' },
  registeredAt: 0,
  updatedAt: 0,
};

const people: [firstName: string, lastName: string, more?: Partial<Customer>][] = [
  ['Anna', 'Müller'],
  ['Hanna', 'Müller'],
  ['Grace', 'Smith', { email: 'grace.smith@example.com' }],
  ['Gregor', 'Schmid'],
  ['Priya', 'Johnson'],
  ['Liam', 'Kowalski'],
  ['Łukasz', 'Weiß'],
  ['Zoë', 'Strand', { address: { street: 'Bahnhofstrasse 1', postalCode: '8001', city: 'Zürich', country: 'CH' } }],
  ['Anna-Lena', "O'Brien"],
  ['Annabelle', 'Müllerson'],
  ['Anja', 'Arnold'],
  ['Ueli', 'Lüthi'],
  ['Noemi', 'Baeriswyl'],
  ['Jürg', 'Strauss'],
];

const ids = new Map<string, string>();
const idOf = (firstName: string) => ids.get(firstName)!;

beforeAll(async () => {
  await deploy({ kafka, registryUrl, topics: [topics.customer], relays: [], log: () => {} });
  await codec.lookUp([topics.customer]);
  producer = kafka.producer();
  await producer.connect();
  for (const [firstName, lastName, more] of people) {
    const customerId = randomUUID();
    ids.set(firstName, customerId);
    await tell(customerId, 1, { firstName, lastName, ...more });
  }
  service = await startInTest(customerSearch, CustomerSearchModule);
}, 120_000);

afterAll(async () => {
  for (const customerId of ids.values()) await tell(customerId, 2, null);
  await service?.stop();
  await producer?.disconnect();
});

interface Found {
  customerId: string;
  name: string;
}

async function ask(query: Record<string, string>, headers: Record<string, string> = {}, at = service.url) {
  const path = `/customer-search?${new URLSearchParams(query)}`;
  const { status, body } = await asking(at, { role: 'clerk' })('GET', path, undefined, headers);
  return { status, body: body as { items: Found[]; code?: string } };
}

/** First names of our customers found, best first. */
async function search(q: string): Promise<string[]> {
  const { items } = (await ask({ q, limit: '100' })).body;
  const byId = new Map([...ids].map(([firstName, id]) => [id, firstName]));
  return items.flatMap(({ customerId }) => byId.get(customerId) ?? []);
}

/** A token that stands for this version of a customer. */
const token = (customerId: string, version: number) =>
  Buffer.from(JSON.stringify([['customer', customerId, version]])).toString('base64url');

describe('a search', () => {
  it('gives name, e-mail, category and address, and nothing of how it is kept', async () => {
    const { body } = await ask({ q: 'zoe strand', limit: '100' });
    expect(body.items.find(({ customerId }) => customerId === idOf('Zoë'))).toEqual({
      customerId: idOf('Zoë'),
      name: 'Zoë Strand',
      email: 'peter@example.org',
      category: 'B',
      address: { street: 'Bahnhofstrasse 1', postalCode: '8001', city: 'Zürich', country: 'CH' },
    });
  });

  it.each([
    ['Muler Anna', 'Anna'],
    ['Grace Smiht', 'Grace'],
    ['Jonson Priya', 'Priya'],
    ['Kowlski Liam', 'Liam'],
    ['ana arnlod', 'Anja'],
    ['Lühti Ueli', 'Ueli'],
  ])('forgives the typing errors in %s', async (q, firstName) => expect((await search(q)).at(0)).toBe(firstName));

  it.each([
    ['Smiht', 'Grace'],
    ['Kowlski', 'Liam'],
    ['Jonson', 'Priya'],
    ['arnlod', 'Anja'],
  ])('forgives them in the single word %s, too', async (q, firstName) => expect(await search(q)).toContain(firstName));

  it.each([
    ['Zurich', 'Zoë'],
    ['Zürich', 'Zoë'],
    ['ZÜRICH', 'Zoë'],
    ['Zu\u0308rich', 'Zoë'],
    ['lukasz weiss', 'Łukasz'],
    ['Muller', 'Anna'],
    ['mueller anna', 'Anna'],
    ['luethi', 'Ueli'],
    ['luthi', 'Ueli'],
    ['Bäriswyl', 'Noemi'],
    ['uel', 'Ueli'],
    ['Juerg Strauß', 'Jürg'],
    ['Ueli Lüthi in Zürich', 'Ueli'],
    ['anna lena obrien', 'Anna-Lena'],
    ["O'Brien", 'Anna-Lena'],
    ['Bahnhofstr 1', 'Zoë'],
    ['grace.smith@example.com', 'Grace'],
  ])('finds by %s', async (q, firstName) => expect((await search(q)).at(0)).toBe(firstName));

  it.each(['Ko', 'Kow', 'kowalsk', 'Kowalski'])('finds by the beginning %s', async (q) =>
    expect((await search(q)).at(0)).toBe('Liam'),
  );

  it('puts the very name first, then what begins alike, then what is alike', async () => {
    const found = await search('anna muller');
    expect(found.slice(0, 3)).toEqual(['Anna', 'Annabelle', 'Hanna']);
  });

  it('gives no more than asked for', async () =>
    expect((await ask({ q: 'anna', limit: '2' })).body.items).toHaveLength(2));

  it.each(['%', '_', '%%%', '.*', '\\', "'", '(', '[a-z]', '$1', '\\m', '%" or true --'])(
    'takes %s for itself, not for a pattern',
    async (q) => {
      expect(await ask({ q })).toMatchObject({ status: 200 });
      expect((await search(`${q} Anna-Lena`)).slice(0, 1)).toEqual(['Anna-Lena']);
    },
  );

  it.each(['%', '_', '.*', '---'])('finds nothing by %s alone', async (q) =>
    expect(await ask({ q })).toMatchObject({ status: 200, body: { items: [] } }),
  );

  it.each([
    ['200 letters', { q: 'x'.repeat(200) }, 200],
    ['200 letters as 100 words', { q: 'ab '.repeat(66) }, 200],
    ['201 letters', { q: 'x'.repeat(201) }, 400],
    ['nothing', { q: '' }, 400],
    ['white space', { q: '   ' }, 400],
    ['no q', {}, 400],
    ['NUL', { q: 'a\u0000b' }, 400],
    ['a limit of 0', { q: 'a', limit: '0' }, 400],
    ['a limit of 101', { q: 'a', limit: '101' }, 400],
    ['an unknown parameter', { q: 'a', page: '2' }, 400],
  ])('for %s answers as it should', async (_what, query, status) =>
    expect((await ask(query as Record<string, string>)).status).toBe(status),
  );
});

describe('the view behind it', () => {
  it('follows a change and a deletion', async () => {
    const customerId = randomUUID();
    const [lastName, street] = [word('Vorher'), word('Chaumonweg')];
    const found = async (q: string) => (await ask({ q })).body.items.map((item) => item.customerId);
    await tell(customerId, 1, { lastName });
    await eventually(async () => expect(await found(lastName)).toContain(customerId));
    await tell(customerId, 2, { lastName, address: { ...peter.address, street } });
    await eventually(async () => expect((await found(street))[0]).toBe(customerId)); // others live in a street much like it
    await tell(customerId, 3, null);
    await eventually(async () => expect(await found(lastName)).not.toContain(customerId));
  });

  it('answers what the client has seen, however soon it asks', async () => {
    const customerId = randomUUID();
    const lastName = word('Sofort');
    const asking = ask({ q: lastName }, { 'consistency-token': token(customerId, 1) });
    await tell(customerId, 1, { lastName });
    expect((await asking).body.items).toMatchObject([{ customerId }]);
  });

  it('says that it is behind when what the client has seen does not come', async () =>
    expect(await ask({ q: 'x' }, { 'consistency-token': token(randomUUID(), 7) })).toMatchObject({
      status: 504,
      body: { code: 'view-behind' },
    }));

  it('is for the shop’s people', async () =>
    expect(await admitted(service.url, 'GET', '/customer-search?q=anna')).toEqual(['clerk', 'operator']));

  it('is not asked before it was filled', async () => {
    const env = { KAFKA_BROKERS: '127.0.0.1:1' };
    const early = await startInTest(customerSearch, CustomerSearchModule, { env, awaitReady: false });
    try {
      await eventually(async () =>
        expect(await ask({ q: 'anna' }, {}, early.url)).toMatchObject({
          status: 503,
          body: { code: 'view-not-ready' },
        }),
      );
    } finally {
      await early.stop();
    }
  });
});
