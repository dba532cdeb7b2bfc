import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { place, registered, stocked } from '../api.ts';
import { openChromium } from './chromium.process.ts';
import { openWindow, signedIn, type Window } from './window.ts';

let browser: Browser;
let ben: Window;

beforeAll(async () => {
  browser = await openChromium();
  ben = await signedIn(browser, 'ben');
});
afterAll(() => browser.close());

describe('a shopper', () => {
  it("does not see another's order", async () => {
    const { customerId } = await registered();
    const orderId = await place(customerId, [{ productId: await stocked(1), quantity: 1 }]);
    await ben.page.goto(`/orders/${orderId}`);
    await ben.page.getByText('There is no such order in your account').waitFor();
    await ben.page.goto(`/trace/${orderId}`);
    await ben.page
      .getByRole('main')
      .getByText(/no such order|needs the role/i)
      .first()
      .waitFor();
    expect(await ben.page.getByText('OrderPlaced').count()).toBe(0);
  });

  it.each(['/hub', '/hub/parked', '/hub/topics/customer', '/desk/customers'])(
    'is told that %s is not for him',
    async (path) => {
      await ben.page.goto(path);
      await ben.page.getByText('Not for this account').waitFor();
    },
  );

  it('finds neither the desk nor the event hub in the menu', async () => {
    await ben.page.goto('/');
    await ben.page.getByRole('heading', { name: 'Catalogue' }).waitFor();
    for (const name of ['Desk', 'Event hub']) expect(await ben.page.getByRole('link', { name }).count()).toBe(0);
  });
});

/** As 15 minutes later: the access token that the tab has is nearly over. */
const LATER = `for (const [key, user] of Object.entries(sessionStorage).filter(([key]) => key.startsWith('oidc.user')))
  sessionStorage.setItem(key, JSON.stringify({ ...JSON.parse(user), expires_at: Math.floor(Date.now() / 1000) + 5 }));`;

const RENEWED = `Object.entries(sessionStorage).some(
  ([key, user]) => key.startsWith('oidc.user') && JSON.parse(user).expires_at > Date.now() / 1000 + 60)`;

describe('whose tab was duplicated', () => {
  it('goes on in both: one of them renews the sign-in, and nobody has to sign in again', async () => {
    const { page } = await signedIn(browser, 'ben');
    await page.getByRole('heading', { name: 'Catalogue' }).waitFor();
    const requests: string[] = [];
    page.context().on('request', (request) => {
      if (request.isNavigationRequest() || request.method() === 'POST') requests.push(new URL(request.url()).pathname);
    });
    await page.evaluate(LATER);
    const opened = page.context().waitForEvent('page');
    await page.evaluate("void window.open('/orders')"); // its sessionStorage is a copy, as in a duplicate
    const twin = await opened;
    await page.goto('/orders');
    for (const tab of [page, twin]) await tab.getByRole('heading', { name: 'My orders' }).waitFor();
    for (const tab of [page, twin]) await tab.waitForFunction(RENEWED); // a reload in between would lose what was answered
    for (const tab of [page, twin]) await tab.reload();
    for (const tab of [page, twin]) await tab.getByRole('heading', { name: 'My orders' }).waitFor();
    expect(requests.sort()).toEqual(['/orders', '/orders', '/orders', '/orders', '/token']);
  });
});

describe('somebody who is not signed in', () => {
  it('is asked to, wherever he comes in', async () => {
    const { page } = await openWindow(browser);
    await page.goto('/orders');
    await page.getByRole('button', { name: 'Sign in' }).or(page.locator('input[name=username]')).first().waitFor();
  });
});
