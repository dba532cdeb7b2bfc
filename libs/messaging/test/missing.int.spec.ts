import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as shop from './shop.ts';
import * as world from './world.ts';

beforeAll(world.open);
afterAll(world.close);

const { customer, order, runShop, NEVER } = shop;
const done = (at: shop.Shop, ...ns: number[]) =>
  world.eventually(async () => expect(await world.effects(at.database.sql)).toEqual(ns));
const asideAre = (at: shop.Shop, ...expected: object[]) =>
  world.eventually(async () => expect(await shop.aside(at)).toMatchObject(expected));

describe('an order whose customer has not arrived', () => {
  it('waits with its later ones, while others flow, and is released by the arrival, in order', async () => {
    const at = await shop.newShop();
    const needs = ({ key }: { key: string }) => (key === 'o' ? ['c'] : []);
    const instance = await runShop(at, { needs }, { sweepEveryMs: NEVER });
    await world.send(at.orders, order('o', 1), order('other', 10), order('o', 2), order('other', 11));
    await done(at, 10, 11);
    expect(await shop.aside(at)).toEqual([
      { key: 'o', code: 'waits-for', waits_for: `${at.customers.name}/c`, tries: 0 },
      { key: 'o', code: 'waits-behind', waits_for: null, tries: 0 },
    ]);
    await world.eventually(() => shop.statusOf(instance, 'orders').waiting === 2);
    expect(shop.statusOf(instance, 'orders')).toMatchObject({ parked: 0, state: 'running' });
    expect(shop.statusOf(instance, 'orders').oldestWaitingMs).toBeGreaterThan(0);

    await world.send(at.customers, customer('c', 1));
    await done(at, 10, 11, 1, 2);
    await asideAre(at);
    await world.eventually(() => shop.statusOf(instance, 'orders').waiting === 0);
    await world.send(at.orders, order('o', 3));
    await done(at, 10, 11, 1, 2, 3);
  });

  it('is found by the sweep when the customer arrives between the look and the putting aside', async () => {
    const at = await shop.newShop();
    let looks = 0;
    const afterLook = async () => {
      if (looks++ > 0) return;
      await world.send(at.customers, customer('c', 1));
      await world.eventually(() => shop.statusOf(instance, 'customers').handled === 1);
    };
    const instance: shop.Instance = await runShop(at, { afterLook }, { sweepEveryMs: 200 });
    await world.send(at.orders, order('o', 1));
    await done(at, 1);
    expect(looks).toBe(1);
  });

  it('may miss another one then, and goes on waiting, for that', async () => {
    const at = await shop.newShop();
    await runShop(at, { needs: () => ['c', 'd'] }, { sweepEveryMs: NEVER });
    await world.send(at.orders, order('o', 1), order('o', 2));
    await asideAre(at, { waits_for: `${at.customers.name}/c` }, { code: 'waits-behind' });
    await world.send(at.customers, customer('c', 1));
    await asideAre(at, { waits_for: `${at.customers.name}/d`, tries: 0 }, { code: 'waits-behind' });
    await world.send(at.customers, customer('d', 1));
    await done(at, 1, 2);
  });

  it('is one of many, and the subscription goes on: nothing is wrong with the code', async () => {
    const at = await shop.newShop();
    const instance = await runShop(at, {}, { sweepEveryMs: NEVER });
    const keys = Array.from({ length: 30 }, (_, index) => `o${index}`);
    await world.send(at.orders, ...keys.map((key, n) => order(key, n)));
    await asideAre(at, ...keys.map((key) => ({ key, code: 'waits-for' })));
    expect(shop.statusOf(instance, 'orders').state).toBe('running');
    await world.send(at.customers, customer('c', 1));
    await world.eventually(async () => (await world.effects(at.database.sql)).length === 30);
  });

  it('that fails when it is released is parked after three tries, with its history, and what is behind it waits', async () => {
    const at = await shop.newShop();
    let tries = 0;
    const refuse: typeof world.record = async (message, sql) => {
      if (world.nOf(message) !== 1) return world.record(message, sql);
      tries++;
      throw new Error('no');
    };
    const instance = await runShop(at, { order: refuse });
    await world.send(at.orders, order('o', 1), order('o', 2));
    await asideAre(at, { code: 'waits-for' }, { code: 'waits-behind' });
    await world.send(at.customers, customer('c', 1));
    const failed = { key: 'o', code: 'handler-failed', waits_for: null, tries: 3 };
    await asideAre(at, failed, { code: 'waits-behind', tries: 0 });
    expect(tries).toBeGreaterThanOrEqual(3);
    await world.eventually(() => shop.statusOf(instance, 'orders').parked === 2);
    expect(shop.statusOf(instance, 'orders').waiting).toBe(0);
    expect(await world.effects(at.database.sql)).toEqual([]);
  });

  it('that has killed the process three times when it was released is parked', async () => {
    const at = await shop.newShop();
    await runShop(at, {}, { sweepEveryMs: 200 });
    await world.send(at.orders, order('o', 1), order('o', 2));
    await asideAre(at, { code: 'waits-for' }, { code: 'waits-behind' });
    await world.eventually(async () => {
      // Again and again: a try that is just ending well sets it back.
      await at.database.sql.query(`update messaging.parked set begun = 3 where code = 'waits-for'`);
      expect(await shop.aside(at)).toMatchObject([{ code: 'killed-the-process' }, { code: 'waits-behind' }]);
    });
  });

  it('has one behind it that fails: what was before it is handled, and it is parked', async () => {
    const at = await shop.newShop();
    await runShop(at, {}, { sweepEveryMs: NEVER });
    await world.send(at.orders, order('o', 1), { key: 'o', value: world.GARBAGE }, order('o', 3));
    await asideAre(at, { code: 'waits-for' }, { code: 'not-avro-framed' }, { code: 'waits-behind' });
    await world.send(at.customers, customer('c', 1));
    await done(at, 1);
    await asideAre(at, { code: 'not-avro-framed' }, { code: 'waits-behind' });
  });

  it('is released, too, when the customer itself had been parked and is redriven', async () => {
    const at = await shop.newShop();
    let refuses = true;
    const keep = shop.keepCustomer;
    const refusing: typeof keep = async (message, sql) => {
      if (refuses) throw new Error('no');
      return keep(message, sql);
    };
    const { runner } = await runShop(at, { customer: refusing }, { sweepEveryMs: NEVER });
    await world.send(at.customers, customer('c', 1));
    await asideAre(at, { code: 'handler-failed' });
    await world.send(at.orders, order('o', 1));
    await asideAre(at, { code: 'waits-for' }, { code: 'handler-failed' });
    refuses = false;
    await runner.parked.redrive({ subscription: 'customers' }, 'me');
    await done(at, 1);
  });

  it('is not tried again by an operator in vain: it goes on waiting, without a failure', async () => {
    const at = await shop.newShop();
    const { runner } = await runShop(at, {}, { sweepEveryMs: NEVER });
    await world.send(at.orders, order('o', 1), order('o', 2));
    await asideAre(at, { code: 'waits-for' }, { code: 'waits-behind' });
    expect(await runner.parked.redrive({ subscription: 'orders' }, 'me')).toEqual({ handled: 0, failed: 1, left: 2 });
    await asideAre(at, { code: 'waits-for', tries: 0 }, { code: 'waits-behind', tries: 0 });
    await world.send(at.customers, customer('c', 1));
    await done(at, 1, 2);
  });

  it('is reported when it has waited for too long, once, and goes on waiting', async () => {
    const at = await shop.newShop();
    const { warned } = await runShop(at, {}, { sweepEveryMs: 50, reportWaitingAfterMs: 300 });
    await world.send(at.orders, order('o', 1));
    const reports = () => warned.filter((message) => message.includes('waiting for too long'));
    await world.eventually(() => reports().length > 0);
    await world.send(at.customers, customer('c', 1));
    await done(at, 1);
    expect(reports()).toHaveLength(1);
  });
});

describe('what another process has seen', () => {
  it('arrives while nobody reads the orders: the next process to do so releases them', async () => {
    const at = await shop.newShop();
    const first = await runShop(at, { subscribe: ['orders'] });
    await world.send(at.orders, order('o', 1), order('o', 2));
    await asideAre(at, { code: 'waits-for' }, { code: 'waits-behind' });
    await first.runner.stop();
    const customers = await runShop(at, { subscribe: ['customers'] });
    await world.send(at.customers, customer('c', 1));
    await world.eventually(() => shop.statusOf(customers, 'customers').handled === 1);
    await runShop(at, { subscribe: ['orders'] });
    await done(at, 1, 2);
  });

  it('arrives where the orders are not read: the sweep of those who read them finds it', async () => {
    const at = await shop.newShop();
    const orders = await runShop(at, { subscribe: ['orders'] }, { sweepEveryMs: 200 });
    await runShop(at, { subscribe: ['customers'] }, { sweepEveryMs: 200 });
    await world.send(at.orders, order('o', 1));
    await asideAre(at, { code: 'waits-for' });
    await world.send(at.customers, customer('c', 1));
    await done(at, 1);
    await world.eventually(() => shop.statusOf(orders, 'orders').waiting === 0);
  });
});
