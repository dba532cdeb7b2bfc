import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as shop from './shop.ts';
import * as world from './world.ts';

beforeAll(world.open);
afterAll(world.close);

const { customer, order, runShop } = shop;
const done = (it: shop.Shop, ...ns: number[]) =>
  world.eventually(async () => expect(await world.effects(it.database.sql)).toEqual(ns));

describe('an order whose customer has not arrived', () => {
  it('waits with its later ones, while others flow, and is released by the arrival, in order', async () => {
    const it = await shop.newShop();
    const needs = ({ key }: { key: string }) => (key === 'o' ? ['c'] : []);
    const instance = await runShop(it, { needs }, { sweepEveryMs: shop.NEVER });
    await world.send(it.orders, order('o', 1), order('other', 10), order('o', 2), order('other', 11));
    await done(it, 10, 11);
    const waitsFor = `${it.customers.name}/c`;
    expect(await shop.aside(it)).toEqual([
      { key: 'o', code: 'waits-for', waits_for: waitsFor, tries: 0 },
      { key: 'o', code: 'waits-behind', waits_for: null, tries: 0 },
    ]);
    await world.eventually(() => shop.statusOf(instance, 'orders').waiting === 2);
    expect(shop.statusOf(instance, 'orders')).toMatchObject({ parked: 0, state: 'running' });
    expect(shop.statusOf(instance, 'orders').oldestWaitingMs).toBeGreaterThan(0);

    await world.send(it.customers, customer('c', 1));
    await done(it, 10, 11, 1, 2);
    expect(await shop.aside(it)).toEqual([]);
    await world.eventually(() => shop.statusOf(instance, 'orders').waiting === 0);
    await world.send(it.orders, order('o', 3));
    await done(it, 10, 11, 1, 2, 3);
  });

  it('is found by the sweep when the customer arrives between the look and the parking', async () => {
    const it = await shop.newShop();
    let looks = 0;
    const afterLook = async () => {
      looks++;
      if (looks > 1) return;
      await world.send(it.customers, customer('c', 1));
      await world.eventually(() => shop.statusOf(instance, 'customers').handled === 1);
    };
    const instance: shop.Instance = await runShop(it, { afterLook }, { sweepEveryMs: 200 });
    await world.send(it.orders, order('o', 1));
    await done(it, 1);
    expect(looks).toBe(1);
  });
});
