import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { createKafka } from '@offset-zero/kafka';
import { eventually } from '@offset-zero/testing';
import { call, ended, place, registered, stocked, stockOf } from './api.ts';
import { brokers } from './shop.process.ts';

const run = promisify(execFile);
const COMMANDS = 'stock-commands';

/** `npm run ops -- …` as it is run where there is no terminal. */
async function ops(...args: string[]): Promise<string> {
  const cwd = join(import.meta.dirname, '..');
  const { stdout } = await run('node', ['-C', '@offset-zero/source', 'tools/ops.ts', ...args], { cwd });
  return stdout;
}

const refused = async (...args: string[]): Promise<string> => {
  const error = await ops(...args).then(
    () => new Error('not refused'),
    (error: Error & { stderr: string }) => error,
  );
  return (error as { stderr?: string }).stderr ?? error.message;
};

const json = async (...args: string[]) => JSON.parse(await ops(...args, '--json'));

async function publish(key: string, value: string): Promise<void> {
  const producer = createKafka({ brokers, clientId: 'e2e' }).producer();
  await producer.connect();
  await producer.send({ topic: COMMANDS, messages: [{ key, value }] });
  await producer.disconnect();
}

const untilParked = (key: string) =>
  eventually(async () => {
    const { items } = await json('parked', 'stock-service', COMMANDS, '--key', key);
    return items.length === 1 && items[0];
  }, 60_000);

describe('npm run ops', () => {
  it('shows what a service reads', async () => {
    expect(await ops('lag', 'stock-service')).toMatch(/^stock-commands +stock-commands +running +\d+/m);
    expect(await ops('positions', 'stock-service', COMMANDS)).toMatch(/^stock-commands +5 +\d+ +\d+ +\d+$/m);
    expect(await json('lag', 'customer-service')).toEqual([]);
    expect(await refused('lag', 'stock-service', 'x')).toMatch(
      /^stock-service has no subscription "x"\. It has: .*\n$/,
    );
  });

  it('asks the service itself: the gateway leads nobody there', async () =>
    expect((await call('GET', '/ops/subscriptions')).status).toBe(404));

  it('shows a message that cannot be handled, tries it again, and gives it up', async () => {
    const key = randomUUID();
    await publish(key, 'no Avro');
    const { partition, offset } = await untilParked(key);
    const place = [String(partition), String(offset)];
    expect(await ops('parked', 'stock-service')).toContain(key);
    expect(await ops('inspect', 'stock-service', COMMANDS, ...place)).toMatch(/^bytes +7, base64: bm8gQXZybw==$/m);
    expect(await refused('redrive', 'stock-service', COMMANDS, '--key', key)).toContain('no terminal');
    const again = await json('redrive', 'stock-service', COMMANDS, '--key', key, '--yes');
    expect(again).toEqual({ handled: 0, failed: 1, left: 1 });
    const discard = ['discard', 'stock-service', COMMANDS, '--key', key, '--reason', 'written by a test'];
    expect(await ops(...discard, '--dry-run')).toContain(key);
    expect(await json('parked', 'stock-service', '--key', key)).toMatchObject({ items: [{ key }] });
    expect(await ops(...discard, '--yes')).toContain('1 discarded');
    expect(await json('parked', 'stock-service', '--key', key)).toEqual({ items: [] });
    const [first, second] = (await json('audit', 'stock-service')).items;
    expect([first.what, first.reason, second.what, second.outcome]).toEqual([
      'discard',
      'written by a test',
      'redrive',
      'failed',
    ]);
  });

  it('replays everything that was ever said between orders and stock, and nothing changes', async () => {
    const [customerId, productId] = [(await registered()).customerId, await stocked(10)];
    const orderId = await place(customerId, [{ productId, quantity: 3 }]);
    const before = [await ended(orderId), await stockOf(productId)];
    expect(before).toMatchObject([{ status: 'CONFIRMED' }, { reserved: 3 }]);
    const back = ['--to', 'beginning'];
    expect(await ops('reset', 'stock-service', COMMANDS, ...back, '--dry-run')).toMatch(
      /[1-9]\d* messages at most are handled again, as a replay; 0 at most are never handled/,
    );
    await ops('reset', 'stock-service', COMMANDS, ...back, '--yes');
    await ops('reset', 'order-service', 'stock-events', ...back, '--yes');
    for (const [service, subscription] of [
      ['stock-service', COMMANDS],
      ['order-service', 'stock-events'],
    ] as const) {
      await eventually(async () => {
        const [found] = await json('lag', service, subscription);
        expect(found).toMatchObject({ state: 'running', lag: 0 });
        expect(found.partitions.filter(({ replaying }: { replaying: boolean }) => replaying)).toEqual([]);
      }, 60_000);
      const { items } = await json('parked', service, subscription);
      for (const { code } of items) expect(code).not.toBe('publishes-while-replaying');
      for (const { key } of items)
        await ops('discard', service, subscription, '--key', key, '--reason', 'a test', '--yes');
    }
    expect([await ended(orderId), await stockOf(productId)]).toEqual(before);
  });
});
