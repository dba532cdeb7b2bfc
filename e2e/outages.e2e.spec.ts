import { describe, expect, it } from '@jest/globals';
import { eventually } from '@offset-zero/testing';
import { call, ended, anna, place, registered, stocked, stockOf } from './api.ts';
import { control, service } from './shop.process.ts';

const ready = (port: number) => eventually(async () => (await fetch(`${service(port)}/health/ready`)).ok, 60_000);

describe('when something is away', () => {
  it('customer-service: known customers go on ordering, and the gateway says what is missing', async () => {
    const { customerId } = await registered();
    const productId = await stocked(5);
    await ended(await place(customerId, [{ productId, quantity: 1 }]));
    await control('stop', 'customer-service');
    try {
      expect(await ended(await place(customerId, [{ productId, quantity: 2 }]))).toMatchObject({ status: 'CONFIRMED' });
      const away = await call('GET', `/customers/${customerId}`);
      expect(away).toMatchObject({ status: 503, body: { code: 'service-unavailable' } });
    } finally {
      await control('start', 'customer-service');
      await ready(3001);
    }
  });

  it('Kafka: every write is taken, and everything catches up after, without a restart', async () => {
    const { customerId } = await registered();
    const productId = await stocked(5);
    await ended(await place(customerId, [{ productId, quantity: 1 }]));
    await control('stop', 'kafka');
    let orderId: string, newcomer: string;
    try {
      orderId = await place(customerId, [{ productId, quantity: 2 }]);
      newcomer = (await registered({ ...anna, lastName: 'Während' })).customerId;
      expect((await call('POST', `/stock/${productId}/receipts`, { quantity: 3 })).status).toBe(201);
      expect((await call('GET', `/orders/${orderId}`)).body).toMatchObject({ status: 'PLACED' });
      expect((await fetch(`${service(3004)}/health/ready`)).status).toBe(200);
    } finally {
      await control('start', 'kafka');
    }
    expect(await ended(orderId, 120_000)).toMatchObject({ status: 'CONFIRMED' });
    expect(await stockOf(productId)).toMatchObject({ onHand: 8, reserved: 3 });
    expect(await ended(await place(newcomer, [{ productId, quantity: 1 }]))).toMatchObject({ status: 'CONFIRMED' });
  });

  it('identity: who has a token goes on; who starts meanwhile waits for the keys; what was given out before stays good', async () => {
    const { customerId } = await registered();
    const orders = () => call('GET', `/orders?customerId=${customerId}`);
    await control('stop', 'identity');
    try {
      expect((await orders()).status).toBe(200);
      await control('stop', 'order-service');
      await control('start', 'order-service');
      expect(await orders()).toMatchObject({ status: 503, body: { code: 'identity-unavailable' } });
    } finally {
      await control('start', 'identity');
    }
    await eventually(async () => expect((await orders()).status).toBe(200), 60_000);
    await control('kill', 'identity');
    expect((await orders()).status).toBe(200);
    await ready(3006);
    expect((await orders()).status).toBe(200);
  });

  it('Postgres: a clear 503 for the time being, then everything goes on', async () => {
    const { customerId } = await registered();
    await control('stop', 'postgres');
    try {
      const away = await call('GET', `/customers/${customerId}`);
      expect(away.status).toBe(503);
      expect(away.headers.get('content-type')).toContain('application/problem+json');
    } finally {
      await control('start', 'postgres');
    }
    await eventually(async () => expect((await call('GET', `/customers/${customerId}`)).status).toBe(200), 60_000);
    const productId = await eventually(() => stocked(1), 60_000);
    expect(await ended(await place(customerId, [{ productId, quantity: 1 }]), 60_000)).toMatchObject({
      status: 'CONFIRMED',
    });
  });

  it('kill -9 of each service under load: it comes back, and every accepted order ends', async () => {
    const { customerId } = await registered();
    const productId = await stocked(1_000);
    const accepted: string[] = [];
    let loading = true;
    const load = Array.from({ length: 4 }, async () => {
      while (loading) {
        const answer = await call<{ orderId: string }>('POST', '/orders', {
          customerId,
          lines: [{ productId, quantity: 1 }],
        }).catch(() => undefined);
        if (answer?.status === 202) accepted.push(answer.body.orderId);
      }
    });
    for (const [name, port] of [
      ['order-service', 3004],
      ['stock-service', 3003],
    ] as const) {
      const before = accepted.length;
      await eventually(() => accepted.length > before + 20, 60_000);
      await control('kill', name);
      await ready(port);
    }
    loading = false;
    await Promise.all(load);

    const orders = await Promise.all(accepted.map((orderId) => ended(orderId, 120_000)));
    const confirmed = orders.filter(({ status }) => status === 'CONFIRMED').length;
    expect(orders.every(({ status }) => status === 'CONFIRMED' || status === 'REJECTED')).toBe(true);
    expect(confirmed).toBeGreaterThan(40);
    await eventually(async () => expect(await stockOf(productId)).toMatchObject({ onHand: 1_000 }));
    expect((await stockOf(productId)).reserved).toBeGreaterThanOrEqual(confirmed); // an order whose answer was lost counts too
  });
});
