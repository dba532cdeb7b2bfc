import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { differencesWithLog, eventually } from '@offset-zero/testing';
import { peter, ready, startWorld, type World } from './world.ts';

let world: World;
const ask: World['ask'] = (...request) => world.ask(...request);

beforeAll(async () => {
  world = await startWorld();
  await ready(world);
});
afterAll(() => world.stop());

const registered = async (details: object = peter) => (await ask('POST', '/customers', details)).body;

describe('POST /customers', () => {
  it('answers 201 with the customer, where it is, its version and a token', async () => {
    const { status, headers, body } = await ask('POST', '/customers', peter);
    expect(status).toBe(201);
    expect(body).toEqual({
      ...peter,
      customerId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      version: 1,
      registeredAt: expect.stringMatching(/^\d{4}-.*Z$/),
      updatedAt: body.registeredAt,
    });
    expect(headers.get('location')).toBe(`/customers/${body.customerId}`);
    expect(headers.get('etag')).toBe('"1"');
    expect(JSON.parse(Buffer.from(headers.get('consistency-token')!, 'base64url').toString())).toEqual([
      ['customer', body.customerId, 1],
    ]);
  });

  it('normalises and trims text', async () => {
    const { firstName, address } = await registered({
      ...peter,
      firstName: '  Rene\u0301  ',
      address: { ...peter.address, city: 'Zu\u0308rich' },
    });
    expect([firstName, address.city]).toEqual(['René', 'Zürich']);
  });
});

describe('GET /customers/{id}', () => {
  it('answers 200 with what was registered', async () => {
    const customer = await registered();
    const { status, headers, body } = await ask('GET', `/customers/${customer.customerId}`);
    expect([status, headers.get('etag'), body]).toEqual([200, '"1"', customer]);
  });

  it('answers 304 without a body to who has it already', async () => {
    const { customerId } = await registered();
    const { status, headers, body } = await ask('GET', `/customers/${customerId}`, undefined, {
      'If-None-Match': '"1"',
    });
    expect([status, headers.get('etag'), body]).toEqual([304, '"1"', '']);
  });

  it.each(['0190b6f0-0000-7000-8000-000000000000', 'nobody', "'; drop table customer; --", '%00', '%F0%9F%98%80'])(
    'answers 404 for %s',
    async (id) => {
      const { status, body } = await ask('GET', `/customers/${id.includes('%') ? id : encodeURIComponent(id)}`);
      expect([status, body.code]).toEqual([404, 'customer-not-found']);
    },
  );
});

describe('PUT /customers/{id}', () => {
  const moved = { ...peter, category: 'A', address: { ...peter.address, street: 'Chaumonweg 108' } };

  it('replaces what was read, one version on', async () => {
    const { customerId, registeredAt } = await registered();
    const { status, headers, body } = await ask('PUT', `/customers/${customerId}`, moved, { 'If-Match': '"1"' });
    expect([status, headers.get('etag')]).toEqual([200, '"2"']);
    expect(body).toMatchObject({ ...moved, customerId, version: 2, registeredAt });
    expect((await ask('GET', `/customers/${customerId}`)).body).toEqual(body);
  });

  it('takes what GET gave, edited', async () => {
    const customer = await registered();
    const edited = { ...customer, lastName: 'Meier' };
    const { body } = await ask('PUT', `/customers/${customer.customerId}`, edited, { 'If-Match': '"1"' });
    expect(body).toMatchObject({ lastName: 'Meier', version: 2 });
  });

  it('makes no version of a customer that stays the same', async () => {
    const { customerId } = await registered();
    const { status, headers, body } = await ask('PUT', `/customers/${customerId}`, peter, { 'If-Match': '"1"' });
    expect([status, body.version, headers.get('etag')]).toEqual([200, 1, '"1"']);
    expect(headers.get('consistency-token')).toBeTruthy();
  });

  it.each([
    ['"2"', 412, 'version-conflict'],
    ['W/"1"', 412, 'version-conflict'],
    ['1', 400, 'invalid-header'],
    [undefined, 428, 'if-match-required'],
  ])('with If-Match %s answers %d %s and changes nothing', async (ifMatch, status, code) => {
    const customer = await registered();
    const headers = ifMatch === undefined ? {} : { 'If-Match': ifMatch };
    const answer = await ask('PUT', `/customers/${customer.customerId}`, moved, headers as Record<string, string>);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect((await ask('GET', `/customers/${customer.customerId}`)).body).toEqual(customer);
  });

  it('lets one of ten who read the same version win', async () => {
    const { customerId } = await registered();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        ask('PUT', `/customers/${customerId}`, { ...peter, lastName: `Muster ${i}` }, { 'If-Match': '"1"' }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(412)]);
    expect((await ask('GET', `/customers/${customerId}`)).body.version).toBe(2);
  });

  it('answers 404 for nobody', async () => {
    const path = '/customers/0190b6f0-0000-7000-8000-000000000000';
    expect((await ask('PUT', path, peter, { 'If-Match': '"1"' })).body.code).toBe('customer-not-found');
  });
});

describe('DELETE /customers/{id}', () => {
  it('answers 204, then 404', async () => {
    const { customerId } = await registered();
    const { status, headers, body } = await ask('DELETE', `/customers/${customerId}`);
    expect([status, body]).toEqual([204, '']);
    expect(headers.get('consistency-token')).toBeTruthy();
    expect((await ask('GET', `/customers/${customerId}`)).status).toBe(404);
    expect((await ask('DELETE', `/customers/${customerId}`)).status).toBe(404);
  });

  it('minds an If-Match', async () => {
    const { customerId } = await registered();
    const { status } = await ask('DELETE', `/customers/${customerId}`, undefined, { 'If-Match': '"9"' });
    expect(status).toBe(412);
    expect((await ask('DELETE', `/customers/${customerId}`, undefined, { 'If-Match': '"1"' })).status).toBe(204);
  });

  it('leaves nothing of the person in the database', async () => {
    const personal = { ...peter, lastName: 'Vergessen', email: 'vergessen@example.ch' };
    const { body } = await ask('POST', '/customers', personal, { 'Idempotency-Key': randomUUID() });
    await ask('DELETE', `/customers/${body.customerId}`);
    const { sql } = world.database;
    const tables = await sql.query<{ name: string }>(`select table_name as name from information_schema.tables
      where table_schema = 'public'`);
    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['customer', 'idempotency']));
    for (const { name } of tables)
      expect(JSON.stringify(await sql.query(`select * from ${name}`))).not.toMatch(/vergessen/i);
  });
});

describe('GET /customers', () => {
  it('pages through everybody, each once, in the order of registration', async () => {
    const ids = (await Promise.all(Array.from({ length: 7 }, () => registered()))).map(({ customerId }) => customerId);
    const seen: string[] = [];
    for (let path: string | undefined = '/customers?limit=3'; path;) {
      const { body } = await ask('GET', path);
      expect(body.items.length).toBeLessThanOrEqual(3);
      seen.push(...body.items.map(({ customerId }: { customerId: string }) => customerId));
      path = body.next && `/customers?limit=3&after=${body.next}`;
    }
    expect(seen).toEqual([...new Set(seen)].sort());
    expect(seen).toEqual(expect.arrayContaining(ids));
  });

  it.each([
    ['limit=0', 'validation-failed'],
    ['limit=201', 'validation-failed'],
    ['limit=x', 'validation-failed'],
    ['page=2', 'validation-failed'],
    ['after=x', 'invalid-cursor'],
    ['after=WyI1Il0', 'invalid-cursor'],
  ])('refuses ?%s', async (query, code) => {
    const { status, body } = await ask('GET', `/customers?${query}`);
    expect([status, body.code]).toEqual([400, code]);
  });
});

describe('the topic customer', () => {
  it('gets every version, and a tombstone at the end', async () => {
    const { customerId } = await registered();
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    const changed = { ...peter, category: 'A' };
    await ask('PUT', `/customers/${customerId}`, changed, { 'If-Match': '"1"', traceparent });
    await ask('DELETE', `/customers/${customerId}`);
    await eventually(async () => (await world.published(customerId)).length >= 3);
    const records = await world.published(customerId);
    expect(records.map(({ value }) => value?.version ?? null)).toEqual([1, 2, null]);
    expect(records[1]!.headers.traceparent).toMatch(/^00-4bf92f3577b34da6a3ce929d0e0e4736-/);
    expect(records.map(({ headers }) => headers.ce_version)).toEqual(['1', '2', '3']);
  });

  it('gets nothing of a PUT that changes nothing', async () => {
    const { customerId } = await registered();
    await ask('PUT', `/customers/${customerId}`, peter, { 'If-Match': '"1"' });
    await ask('DELETE', `/customers/${customerId}`);
    await eventually(async () => (await world.published(customerId)).some(({ value }) => value === null));
    expect((await world.published(customerId)).map(({ value }) => value?.version ?? null)).toEqual([1, null]);
  });
});

it(
  'whatever was written here, the log says of it what the table says',
  async () => expect(await differencesWithLog(world.ask)).toEqual({}),
  120_000,
);
