import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asking, eventually } from '@offset-zero/testing';
import { peter, ready, startWorld, type World } from './world.ts';

let world: World;

beforeAll(async () => {
  world = await startWorld();
  await ready(world);
});
afterAll(() => world.stop());

const post = (key: string, body: unknown = peter) => world.ask('POST', '/customers', body, { 'Idempotency-Key': key });

const customersCalled = (lastName: string) =>
  world.database.sql.query<{ customer_id: string }>('select customer_id from customer where last_name = $1', [
    lastName,
  ]);

describe('a POST with an Idempotency-Key', () => {
  it('gets the same answer again and has its effect once', async () => {
    const key = randomUUID();
    const [first, second] = [
      await post(key, { ...peter, lastName: 'Once' }),
      await post(key, { ...peter, lastName: 'Once' }),
    ];
    expect(first.headers.get('idempotency-replayed')).toBeNull();
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    expect([second.status, second.body]).toEqual([first.status, first.body]);
    for (const name of ['location', 'etag', 'consistency-token'])
      expect(second.headers.get(name)).toBe(first.headers.get(name));
    expect(await customersCalled('Once')).toHaveLength(1);
    await eventually(async () => (await world.published(first.body.customerId)).length >= 1);
    expect(await world.published(first.body.customerId)).toHaveLength(1);
  });

  it('means the same whatever the order of its fields', async () => {
    const key = randomUUID();
    await post(key);
    const { status, headers } = await post(key, Object.fromEntries(Object.entries(peter).reverse()));
    expect([status, headers.get('idempotency-replayed')]).toEqual([201, 'true']);
  });

  it('is refused with another body', async () => {
    const key = randomUUID();
    await post(key);
    const { status, body } = await post(key, { ...peter, lastName: 'Other' });
    expect([status, body.code]).toEqual([422, 'idempotency-key-reused']);
    expect(await customersCalled('Other')).toEqual([]);
  });

  it('is refused while the first is being handled', async () => {
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 8 }, () => post(key, { ...peter, lastName: 'Crowd' })));
    const replayed = answers.filter(({ headers }) => headers.get('idempotency-replayed')).length;
    const refused = answers.filter(({ body }) => body.code === 'request-in-progress');
    expect(refused.every(({ status }) => status === 409)).toBe(true);
    expect(answers.length - replayed - refused.length).toBe(1);
    expect(await customersCalled('Crowd')).toHaveLength(1);
    expect((await post(key, { ...peter, lastName: 'Crowd' })).status).toBe(201);
  });

  it('is refused as long as the first takes', async () => {
    const key = randomUUID();
    const release = await world.holdCustomers();
    const first = post(key);
    await world.someoneWaits();
    expect((await post(key)).body.code).toBe('request-in-progress');
    await release();
    expect((await first).status).toBe(201);
  });

  it('shows the customer as he is by now, and says so when he was deleted', async () => {
    const key = randomUUID();
    const changing = { ...peter, lastName: 'Changing' };
    const { customerId } = (await post(key, changing)).body;
    await world.ask('PUT', `/customers/${customerId}`, { ...changing, category: 'A' }, { 'If-Match': '"1"' });
    const again = await post(key, changing);
    expect([again.status, again.body]).toMatchObject([201, { customerId, version: 2, category: 'A' }]);
    await world.ask('DELETE', `/customers/${customerId}`);
    const afterwards = await post(key, changing);
    expect([afterwards.status, afterwards.body.code]).toEqual([404, 'customer-not-found']);
    expect(await customersCalled('Changing')).toEqual([]);
  });

  it('is not remembered when it was refused', async () => {
    const key = randomUUID();
    expect((await post(key, { ...peter, lastName: '' })).status).toBe(400);
    expect((await post(key)).status).toBe(201);
  });

  it('is another request for another principal', async () => {
    const key = randomUUID();
    const as = (subject: string) =>
      asking(world.service.url, { role: 'clerk', subject })('POST', '/customers', peter, { 'Idempotency-Key': key });
    const [anna, berta] = [await as('anna'), await as('berta')];
    expect([anna.status, berta.status]).toEqual([201, 201]);
    expect(anna.body.customerId).not.toBe(berta.body.customerId);
  });

  it('is the same request with another token of the same principal', async () => {
    const key = randomUUID();
    const again = () => asking(world.service.url, { role: 'clerk', subject: 'carla' });
    const [first, second] = [
      await again()('POST', '/customers', peter, { 'Idempotency-Key': key }),
      await again()('POST', '/customers', peter, { 'Idempotency-Key': key }),
    ];
    expect(second.body.customerId).toBe(first.body.customerId);
    expect(second.headers.get('idempotency-replayed')).toBe('true');
  });

  it('is forgotten after a day', async () => {
    const key = randomUUID();
    const first = await post(key);
    await world.database.sql.query(`update idempotency set created_at = now() - interval '25 hours'`);
    const second = await post(key);
    expect(second.headers.get('idempotency-replayed')).toBeNull();
    expect(second.body.customerId).not.toBe(first.body.customerId);
  });

  it.each(['', 'x'.repeat(256), 'a b'])('must have a key that can be one: %j', async (key) => {
    const { status, body } = await post(key);
    expect([status, body.code]).toEqual([400, 'invalid-header']);
  });
});
