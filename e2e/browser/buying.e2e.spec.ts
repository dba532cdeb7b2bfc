import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@offset-zero/testing';
import type { Browser } from 'playwright-core';
import { call, stocked, stockOf } from '../api.ts';
import { control } from '../shop.process.ts';
import { openChromium } from './chromium.process.ts';
import { intoTheBasket, order, stations, toTheCheckout } from './shopping.ts';
import { signedIn, type Window } from './window.ts';

let browser: Browser;
let anna: Window;
let ben: Window;

beforeAll(async () => {
  browser = await openChromium();
  anna = await signedIn(browser, 'anna');
  ben = await signedIn(browser, 'ben');
});
afterAll(() => browser.close());

const statusOn = (window: Window, status: string) =>
  window.page
    .getByRole('region', { name: 'The way of the order' })
    .getByText(status, { exact: true })
    .first()
    .waitFor();

describe('buying', () => {
  it('is seen to be confirmed while one looks on', async () => {
    const product = await stocked(3);
    await toTheCheckout(anna.page, product);
    await order(anna.page);
    await statusOn(anna, 'Confirmed');
    await eventually(async () =>
      expect(await stations(anna.page)).toEqual(['placed', 'asked', 'reserved', 'confirmed']),
    );
    expect(await stockOf(product)).toMatchObject({ onHand: 3, reserved: 1 });
    expect(anna.errors).toEqual([]);
  });

  it('leads on from the checkout to the order, however its address was typed', async () => {
    await intoTheBasket(anna.page, await stocked(1));
    await anna.page.goto('/Checkout/');
    await order(anna.page);
    await statusOn(anna, 'Confirmed');
  });

  it('the last one twice, in two windows: one has it, the other is told why not', async () => {
    const product = await stocked(1);
    await toTheCheckout(anna.page, product);
    await toTheCheckout(ben.page, product);
    await Promise.all([order(anna.page), order(ben.page)]);
    await eventually(async () => {
      const ends = await Promise.all([anna, ben].map(async ({ page }) => (await stations(page)).at(-1)));
      expect(ends.sort()).toEqual(['confirmed', 'rejected']);
    });
    const loser = (await stations(anna.page)).at(-1) === 'rejected' ? anna : ben;
    await loser.page
      .getByText(/^There was not enough/)
      .first()
      .waitFor();
    expect(await stockOf(product)).toMatchObject({ onHand: 1, reserved: 1 });
    await loser.page.goto(`/products/${product}`);
    await loser.page.getByText('Sold out').waitFor();
  });

  it('goes on where the warehouse left off: the order waits while it is away, and is confirmed when it is back', async () => {
    const product = await stocked(2);
    await toTheCheckout(anna.page, product);
    await control('stop', 'stock-service');
    try {
      await order(anna.page);
      await anna.page.getByText('Nothing is lost').waitFor();
      expect(await stations(anna.page)).toEqual(['placed', 'asked', 'pending']);
    } finally {
      await control('start', 'stock-service');
    }
    await statusOn(anna, 'Confirmed');
    await eventually(async () => expect((await stations(anna.page)).at(-1)).toBe('confirmed'));
  });

  it('takes the pieces that stand in the field, or says that they cannot be ordered', async () => {
    const { page } = anna;
    await intoTheBasket(page, await stocked(30));
    await page.goto('/basket');
    const pieces = page.getByRole('textbox', { name: /^Pieces of/ });
    const checkout = page.getByRole('link', { name: 'To the checkout' });
    await pieces.fill('25');
    await page.getByText('25 pieces', { exact: true }).waitFor();
    for (const text of ['-3', '0', '', '2.5', '1000001', 'two']) {
      await pieces.fill(text);
      await pieces.blur();
      await page.getByText('A whole number from 1 to 1,000,000. Until then it stays at 25.').waitFor();
      expect([text, await pieces.inputValue()]).toEqual([text, text]);
      expect(await checkout.getAttribute('data-disabled')).toBe('true');
    }
    await page.getByRole('button', { name: /^Take/ }).click();
    await page.getByText('Your basket is empty').waitFor();
  });

  it('asks again when a price has changed meanwhile', async () => {
    const { page } = anna;
    const productId = await stocked(3);
    await toTheCheckout(page, productId);
    const button = page.getByRole('button', { name: /^Order for/ });
    const before = await button.textContent();
    const product = { name: 'Swiss army knife', description: '', category: 'Tools' };
    const dearer = { ...product, price: { amountMinor: 5_000, currency: 'CHF' } };
    const { status } = await call('PUT', `/products/${productId}`, dearer, { 'if-match': '"1"' });
    expect(status).toBe(200);
    await page.getByText('Prices have changed').waitFor();
    expect(await button.textContent()).not.toBe(before);
    expect(await button.isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Agree to the new prices' }).click();
    const orderId = await order(page);
    expect((await call('GET', `/orders/${orderId}`)).body).toMatchObject({ total: { amountMinor: 5_000 } });
  });

  it('can be undone, and what was reserved is back', async () => {
    const product = await stocked(1);
    await toTheCheckout(anna.page, product);
    const orderId = await order(anna.page);
    await statusOn(anna, 'Confirmed');
    await anna.page.getByRole('button', { name: 'Cancel the order' }).click();
    await anna.page.getByRole('dialog').getByRole('button', { name: 'Cancel the order' }).click();
    await statusOn(anna, 'Cancelled');
    expect((await call('GET', `/orders/${orderId}`)).body).toMatchObject({ status: 'CANCELLED' });
    await eventually(async () => expect(await stockOf(product)).toMatchObject({ reserved: 0 }));
  });
});
