import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createKafka } from '@offset-zero/kafka';
import { eventually } from '@offset-zero/testing';
import type { Browser } from 'playwright-core';
import { ended, place, registered, stocked } from '../api.ts';
import { brokers } from '../shop.process.ts';
import { openChromium } from './chromium.process.ts';
import * as tomorrow from './tomorrow.ts';
import { signedIn, type Window } from './window.ts';

let browser: Browser;
let otto: Window;

beforeAll(async () => {
  browser = await openChromium();
  otto = await signedIn(browser, 'otto');
});
afterAll(() => browser.close());

async function publish(key: string, value: string | Buffer): Promise<void> {
  const producer = createKafka({ brokers, clientId: 'e2e-browser' }).producer();
  await producer.connect();
  await producer.send({ topic: 'stock-commands', messages: [{ key, value }] });
  await producer.disconnect();
}

describe('in the event hub', () => {
  it('a message that came before its schema is parked, and handled when it is tried again after the schema has come', async () => {
    const key = randomUUID();
    const id = await tomorrow.nextId();
    await publish(key, tomorrow.message(id, key));
    const { page } = otto;
    await page.goto('/hub/parked');
    const line = page.getByRole('listitem').filter({ hasText: key });
    await line.getByText('unknown-schema-id').first().waitFor();
    expect(await tomorrow.register()).toBe(id);
    await eventually(async () => {
      if (await line.isVisible()) await page.getByRole('button', { name: `Try again: ${key}` }).click();
      await line.waitFor({ state: 'detached', timeout: 5_000 });
    }, 60_000);
    await page.getByRole('tab', { name: 'Audit trail' }).click();
    await page.getByText(key).first().waitFor();
  });

  it('a parked message is seen, tried again, still fails, and is discarded with a reason', async () => {
    const key = randomUUID();
    await publish(key, 'no Avro');
    const { page } = otto;
    await page.goto('/hub/parked');
    const line = page.getByRole('listitem').filter({ hasText: key });
    await line.getByText('undecodable').or(line.getByText('not-avro')).first().waitFor();
    await page.getByRole('button', { name: `Try again: ${key}` }).click();
    await page.getByText('It failed again.').waitFor();
    await page.getByRole('button', { name: `Inspect ${key}` }).click();
    await page.getByRole('dialog').getByText('Every failure').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: `Discard ${key}` }).click();
    const dialog = page.getByRole('dialog', { name: 'Discard this message?' });
    await dialog.getByLabel('Why?').fill('Sent by a test.');
    await dialog.getByRole('button', { name: 'Discard' }).click();
    await page.getByText('Discarded. Nothing of its key is left.').waitFor();
    await page.getByRole('tab', { name: 'Audit trail' }).click();
    await page.getByText('Sent by a test.').waitFor();
  });

  it('an order is followed through every service', async () => {
    const { customerId } = await registered();
    const orderId = await place(customerId, [{ productId: await stocked(5), quantity: 1 }]);
    await ended(orderId);
    const { page } = otto;
    await page.goto('/trace');
    await page.getByLabel('Order id').fill(orderId);
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    for (const type of ['OrderPlaced', 'ReserveStock', 'StockReserved', 'OrderConfirmed'])
      await page.getByText(type).first().waitFor();
    expect(otto.errors).toEqual([]);
  });

  it('what does not exist is said not to exist, and there is a way back', async () => {
    const { page } = otto;
    await page.goto('/hub/topics/nothing');
    await page.getByText('There is no such topic').waitFor();
    await page.getByRole('link', { name: 'To the topics' }).click();
    await page.getByRole('link', { name: 'order-events' }).waitFor();
    await page.goto('/trace/nonsense');
    await page.getByText('There is no such order', { exact: true }).waitFor();
  });
});
