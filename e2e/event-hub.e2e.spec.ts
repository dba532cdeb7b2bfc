import { beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@offset-zero/testing';
import { call, ended, place, registered, stocked, stockOf } from './api.ts';

interface Step {
  id: string;
  causedBy?: string;
  at: string;
  topic: string;
  type: string;
  service: string;
  value: Record<string, unknown>;
  readers: { service: string; subscription: string; applied: boolean; appliedAt?: string; withinMs?: number }[];
}

interface Trace extends Record<string, unknown> {
  status: string;
  complete: boolean;
  steps: Step[];
}

const traceOf = (orderId: string) => call<Trace>('GET', `/order-traces/${orderId}`);
const complete = (orderId: string) =>
  eventually(async () => {
    const { body } = await traceOf(orderId);
    if (!body.complete) throw new Error(`not complete: ${JSON.stringify(body)}`);
    return body;
  }, 60_000);
const told = ({ steps }: Trace) => steps.map(({ service, topic, type }) => `${service}: ${topic} ${type}`);

let orderId: string;
let productId: string;

beforeAll(async () => {
  const { customerId } = await registered();
  productId = await stocked(5);
  orderId = await place(customerId, [{ productId, quantity: 2 }]);
  await ended(orderId);
});

describe('the trace of an order', () => {
  it('tells its whole way through the services, causes before effects', async () => {
    const trace = await complete(orderId);
    expect(told(trace)).toEqual([
      'order-service: order-events OrderPlaced',
      'order-service: order Order',
      'order-service: stock-commands ReserveStock',
      'stock-service: stock-events StockReserved',
      'stock-service: stock Stock',
      'order-service: order-events OrderConfirmed',
      'order-service: order Order',
    ]);
    const [, , reserve, reserved, stock, confirmed] = trace.steps as [Step, Step, Step, Step, Step, Step];
    expect([reserved.causedBy, stock.causedBy, confirmed.causedBy]).toEqual([reserve.id, reserve.id, reserved.id]);
    expect(stock.value).toMatchObject({ productId, onHand: 5, reserved: 2 });
    expect(reserve.readers).toEqual([
      expect.objectContaining({ service: 'stock-service', applied: true, appliedAt: reserved.at, withinMs: 0 }),
    ]);
  });

  it('goes on with its cancellation', async () => {
    await call('POST', `/orders/${orderId}/cancellation`);
    await eventually(async () => expect(await stockOf(productId)).toMatchObject({ reserved: 0 }));
    const trace = await complete(orderId);
    expect(trace.status).toBe('CANCELLED');
    expect(told(trace).slice(7)).toEqual([
      'order-service: order-events OrderCancelled',
      'order-service: order Order',
      'order-service: stock-commands ReleaseStock',
      'stock-service: stock-events StockReleased',
      'stock-service: stock Stock',
    ]);
  });

  it('is not shown to a shopper whose order it is not, nor to nobody', async () => {
    expect((await call('GET', `/order-traces/${orderId}`, undefined, {}, 'shopper')).status).toBe(404);
    expect((await call('GET', `/order-traces/${orderId}`, undefined, {}, 'nobody')).status).toBe(401);
  });
});

describe('the event hub', () => {
  it('has the whole shop on its map, and everything is there', async () => {
    const services = await eventually(async () => {
      const { body } = await call<{ services: { name: string; state: string }[] }>('GET', '/event-hub/map');
      expect(body.services.filter(({ state }) => state === 'away')).toEqual([]);
      return body.services;
    }, 60_000);
    expect(services.map(({ name }) => name)).toContain('stock-service');
  });

  it('shows what lies in a topic to operators only', async () => {
    const path = `/event-hub/topics/order-events/records?key=${orderId}`;
    const { body } = await call<{ items: { type: string }[] }>('GET', path);
    expect(body.items.map(({ type }) => type)).toEqual(['OrderCancelled', 'OrderConfirmed', 'OrderPlaced']);
    expect((await call('GET', path, undefined, {}, 'clerk')).status).toBe(403);
  });
});
