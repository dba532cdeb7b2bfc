import { readdirSync, readFileSync } from 'node:fs';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { authorization, place, registered, stocked } from '@offset-zero/e2e/api';
import { api } from '@offset-zero/e2e/shop.process';
import { eventually } from '@offset-zero/testing';
import { quantile, type Result } from './result.ts';

const STREAMS = 1_000;
const ORDERS = 60;
const PER_ORDER = 2;
const SETTLE_MS = 3_000;

/** Milliseconds to its arrival here from when a record was appended (`ce_time`), and from when it was sent to Kafka. */
type Latency = { appended: number; sent: number };
type Latencies = Latency[];

interface Stream {
  latencies: Latencies;
  response: IncomingMessage;
}

/**
 * The live stream of a shop that runs: from order-service to the client with one stream open and with a thousand on one
 * gateway, who all get every order, and what a stream costs in memory. The clients share the machine with everything.
 */
export async function run(): Promise<Result[]> {
  const result = (what: string, value: number, unit: string): Result => ({ bench: 'live', what, value, unit });
  const { customerId } = await registered();
  const productId = await stocked(100_000);
  const orders = async () => {
    for (let n = 0; n < ORDERS; n++) await place(customerId, [{ productId, quantity: 1 }]);
  };
  const streams: Stream[] = [await open()];
  try {
    await orders(); // warm-up
    await everywhere(streams, ORDERS * PER_ORDER);
    const alone = await measured(streams, orders);
    const before = memoryOfGateway();
    while (streams.length < STREAMS)
      streams.push(...(await Promise.all(Array.from({ length: 20 }, open))).slice(0, STREAMS - streams.length));
    await pause(SETTLE_MS); // memory has no fact to wait for
    const idle = memoryOfGateway();
    const together = await measured(streams, orders);
    const after = memoryOfGateway();
    const times = (clients: string, latencies: Latencies) =>
      (['appended', 'sent'] as const).flatMap((since) =>
        [0.5, 0.99].map((q) => {
          const from = since === 'appended' ? 'order-service appends' : '  its relay sends';
          const values = latencies.map((latency) => latency[since]);
          return result(`${from} -> record at ${clients} p${q * 100}`, quantile(values, q), 'ms');
        }),
      );
    return [
      ...times('the only client', alone),
      ...times(`each of ${STREAMS} clients`, together),
      result('memory of a stream that is open', (idle - before) / STREAMS, 'kB PSS'),
      result('memory of a stream after it has been written to', (after - before) / STREAMS, 'kB PSS'),
    ];
  } finally {
    for (const { response } of streams) response.destroy();
  }
}

/** What the streams measured while this was done. */
async function measured(streams: Stream[], work: () => Promise<void>): Promise<Latencies> {
  for (const { latencies } of streams) latencies.length = 0;
  await work();
  await everywhere(streams, ORDERS * PER_ORDER);
  return streams.flatMap(({ latencies }) => latencies);
}

const everywhere = (streams: Stream[], count: number) =>
  eventually(() => streams.every(({ latencies }) => latencies.length >= count), 120_000);

async function open(): Promise<Stream> {
  const headers = await authorization('operator');
  const [response] = (await once(get(`${api}/live?topics=order`, { headers, agent: false }), 'response')) as [
    IncomingMessage,
  ];
  if (response.statusCode !== 200) throw new Error(`a stream was answered ${response.statusCode}`);
  const latencies: Latencies = [];
  const ready = Promise.withResolvers<void>();
  let rest = '';
  response.setEncoding('latin1').on('data', (text: string) => {
    const now = performance.timeOrigin + performance.now();
    const events = (rest + text).split('\n\n');
    rest = events.pop()!;
    for (const event of events) {
      if (event.includes('event: ready')) ready.resolve();
      const appended = /"ce_time":"([^"]+)"/.exec(event)?.[1];
      const sent = /"time":"([^"]+)"/.exec(event)?.[1];
      if (appended && sent) latencies.push({ appended: now - Date.parse(appended), sent: now - Date.parse(sent) });
    }
  });
  response.on('error', () => {}); // destroyed by us in the end
  await ready.promise;
  return { latencies, response };
}

/** Kilobytes. */
function memoryOfGateway(): number {
  const { port } = new URL(api);
  const wanted = [`PORT=${port}`, `DATA_DIR=${process.env.DATA_DIR}`];
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const pid = pids.find((each) => {
    try {
      const environment = readFileSync(`/proc/${each}/environ`, 'latin1').split('\0');
      return wanted.every((line) => environment.includes(line));
    } catch {
      return false; // it ended, or it is not ours to look at
    }
  });
  if (pid === undefined) throw new Error('the gateway was not found among the processes');
  return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'latin1'))![1]);
}
