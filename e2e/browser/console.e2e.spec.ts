import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createKafka } from '@offset-zero/kafka';
import type { Browser } from 'playwright-core';
import { ended, place, registered, stocked } from '../api.ts';
import { brokers } from '../shop.process.ts';
import { openChromium } from './chromium.process.ts';
import { signedIn, type Window } from './window.ts';

let browser: Browser;
let otto: Window;

beforeAll(async () => {
  browser = await openChromium();
  otto = await signedIn(browser, 'otto');
});
afterAll(() => browser.close());

describe('in the event hub', () => {
  it('a parked message is seen, tried again, still fails, and is discarded with a reason', async () => {
    const key = randomUUID();
    const producer = createKafka({ brokers, clientId: 'e2e-browser' }).producer();
    await producer.connect();
    await producer.send({ topic: 'stock-commands', messages: [{ key, value: 'no Avro' }] });
    await producer.disconnect();

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
});
