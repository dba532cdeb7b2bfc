import { performance } from 'node:perf_hooks';
import { call, ended, place, registered, stocked } from '@offset-zero/e2e/api';
import { brokers } from '@offset-zero/e2e/shop.process';
import { createKafka, readLog } from '@offset-zero/kafka';
import { quantile, type Result } from './result.ts';

const ORDERS = 2_000;
const IN_FLIGHT = 16;

/** Placed -> confirmed through the gateway of a shop that runs: orders/s, p50/p99, and where the time goes. */
export async function run(): Promise<Result[]> {
  const { customerId } = await registered();
  const productIds = await Promise.all(Array.from({ length: 20 }, () => stocked(100_000)));
  const line = (i: number) => [{ productId: productIds[i % productIds.length]!, quantity: 1 }];
  await burst(200, (i) => place(customerId, line(i)).then((orderId) => ended(orderId))); // warm-up

  const latencies: number[] = [];
  const orderIds = new Set<string>();
  const began = performance.now();
  await burst(ORDERS, async (i) => {
    const placed = performance.now();
    const orderId = await place(customerId, line(i));
    const order = await ended(orderId);
    if (order.status !== 'CONFIRMED') throw new Error(`${orderId} is ${order.status}`);
    latencies.push(performance.now() - placed);
    orderIds.add(orderId);
  });
  const seconds = (performance.now() - began) / 1_000;
  const result = (what: string, value: number, unit: string): Result => ({ bench: 'orders', what, value, unit });
  return [
    result(`placed -> confirmed, ${IN_FLIGHT} in flight`, ORDERS / seconds, 'orders/s'),
    result('placed -> confirmed p50', quantile(latencies, 0.5), 'ms'),
    result('placed -> confirmed p99', quantile(latencies, 0.99), 'ms'),
    ...(await whereTheTimeGoes(orderIds)).map(([what, ms]) => result(`  ${what} (median)`, ms, 'ms')),
    result('GET /orders/{id} through the gateway p50', await readLatency([...orderIds][0]!), 'ms'),
  ];
}

async function burst(count: number, work: (i: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
}

async function readLatency(orderId: string): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < 200; i++) {
    const began = performance.now();
    await call('GET', `/orders/${orderId}`);
    times.push(performance.now() - began);
  }
  return quantile(times, 0.5);
}

type Moments = Partial<Record<'placed' | 'commanded' | 'reserved' | 'answered' | 'confirmed', number>>;

/** From what the records themselves say: ce_time is the moment of the append, the record's time that of the publication. */
async function whereTheTimeGoes(orderIds: Set<string>): Promise<[string, number][]> {
  const kafka = createKafka({ brokers, clientId: 'bench' });
  const moments = new Map<string, Moments>();
  const note = async (topic: string, type: string, appended: keyof Moments, published?: keyof Moments) => {
    for (const { key, headers, timestamp } of await readLog(kafka, topic)) {
      if (!key || !orderIds.has(key) || headers.ce_type !== type) continue;
      const known = moments.get(key) ?? {};
      known[appended] = Date.parse(headers.ce_time!);
      if (published) known[published] = Number(timestamp);
      moments.set(key, known);
    }
  };
  await note('stock-commands', 'shop.stock.ReserveStock', 'placed', 'commanded');
  await note('stock-events', 'shop.stock.StockReserved', 'reserved', 'answered');
  await note('order-events', 'shop.order.OrderConfirmed', 'confirmed');
  const between = (from: keyof Moments, to: keyof Moments) =>
    quantile(
      [...moments.values()].flatMap((m) => (m[from] && m[to] ? [m[to] - m[from]] : [])),
      0.5,
    );
  return [
    ['order-service: append -> command in the log', between('placed', 'commanded')],
    ['stock-service: command in the log -> reserved', between('commanded', 'reserved')],
    ['stock-service: reserved -> answer in the log', between('reserved', 'answered')],
    ['order-service: answer in the log -> confirmed', between('answered', 'confirmed')],
  ];
}
