import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@offset-zero/testing';
import type { Browser, Page } from 'playwright-core';
import { ended, place, registered, stocked } from '../api.ts';
import { npm } from '../shop.process.ts';
import { openChromium } from './chromium.process.ts';
import { barriers, layoutShift, overflow, photograph, watchShifts } from './looks.ts';
import { intoTheBasket, order, toTheCheckout } from './shopping.ts';
import { openWindow, signedIn, type Window } from './window.ts';

const WIDE = { viewport: { width: 1280, height: 800 } };
const NARROW = { viewport: { width: 360, height: 740 }, colorScheme: 'dark' as const, locale: 'de-CH' };

let browser: Browser;
const ids = { customer: '', product: '', annasOrder: '', order: '' };

beforeAll(async () => {
  browser = await openChromium();
  await npm('seed', '--', '--customers', '30', '--products', '24', '--orders', '20');
  ids.customer = (await registered()).customerId;
  ids.product = await stocked(9);
  ids.order = await place(ids.customer, [{ productId: ids.product, quantity: 2 }]);
  await ended(ids.order);
  const { page } = await signedIn(browser, 'anna');
  await toTheCheckout(page, ids.product);
  ids.annasOrder = await order(page);
  await ended(ids.annasOrder);
}, 180_000);
afterAll(() => browser.close());

/** Every page: who sees it, its name on a picture, its address, and what is there when it is complete. */
const pages: [who: string, name: string, path: () => string, complete: string][] = [
  ['anna', 'catalogue', () => '/', 'main li h2 >> nth=5'],
  ['anna', 'product', () => `/products/${ids.product}`, 'main [data-level]'],
  ['anna', 'basket', () => '/basket', 'main h1'],
  ['anna', 'checkout', () => '/checkout', 'main address'],
  ['anna', 'orders', () => '/orders', 'main li a'],
  ['anna', 'order', () => `/orders/${ids.annasOrder}`, '[data-station=confirmed]'],
  ['anna', 'profile', () => '/profile', 'main input'],
  ['carla', 'customers', () => '/desk/customers', 'main li a, main li button'],
  ['carla', 'customer', () => `/desk/customers/${ids.customer}`, 'main input[name=lastName]'],
  ['carla', 'products', () => '/desk/products', 'main li a, main li button'],
  ['carla', 'stock', () => '/desk/stock', 'main table tbody tr >> nth=5'],
  ['otto', 'map', () => '/hub', 'main .react-flow__node >> nth=8'],
  ['otto', 'topics', () => '/hub/topics', 'main table tbody tr'],
  ['otto', 'topic', () => '/hub/topics/order', 'main ol li, main ul li, main table tbody tr'],
  ['otto', 'schemas', () => '/hub/schemas', 'main h2'],
  ['otto', 'lag', () => '/hub/lag', 'main svg'],
  ['otto', 'views', () => '/hub/views', 'main h2'],
  ['otto', 'parked', () => '/hub/parked', 'main h1'],
  ['otto', 'traces', () => '/trace', 'main li a'],
  ['otto', 'trace', () => `/trace/${ids.order}`, 'main >> text=OrderConfirmed'],
];

/** The page when what makes it is there, and nothing is on its way any more. */
async function open({ page }: Window, path: string, complete: string): Promise<void> {
  await page.goto(path);
  await page.locator(complete).first().waitFor();
  await eventually(async () => expect(await page.locator('main .mantine-Skeleton-root').count()).toBe(0));
}

/** Who cannot see, or has a keyboard only, gets as far as others. */
const isOpenToAll = async (page: Page) => expect(await barriers(page)).toEqual([]);

describe.each([
  ['on a wide window, in English', WIDE, ''],
  ['on a narrow window, dark, in German', NARROW, '-narrow'],
])('%s', (_, options, suffix) => {
  const people = new Map<string, Window>();

  beforeAll(async () => {
    for (const name of ['anna', 'carla', 'otto']) people.set(name, await signedIn(browser, name, '/', options));
    await intoTheBasket(people.get('anna')!.page, ids.product);
  }, 120_000);
  afterAll(() => Promise.all([...people.values()].map(({ page }) => page.context().close())));

  it('the landing page is open to all', async () => {
    const { page } = await openWindow(browser, options);
    await page.goto('/');
    await page
      .getByRole('button', { name: /^(Sign in|Anmelden)$/ })
      .first()
      .waitFor();
    await photograph(page, `landing${suffix}`);
    await isOpenToAll(page);
    expect(await overflow(page)).toBe(0);
    await page.context().close();
  });

  it('the sign-in is open to all, before and after a wrong password', async () => {
    const { page } = await openWindow(browser, options);
    await page.goto('/orders');
    await page.locator('input[name=username]').fill('nobody');
    await photograph(page, `sign-in${suffix}`);
    await isOpenToAll(page);
    await page.locator('input[name=password]').fill('wrong');
    await page.locator('button[type=submit]').click();
    await page.getByRole('alert').waitFor();
    await isOpenToAll(page);
    expect(await overflow(page)).toBe(0);
    await page.context().close();
  });

  it('what went wrong is open to all, and read to its end', async () => {
    const { page } = people.get('carla')!;
    const problem = { code: 'internal-error', title: 'Internal error', status: 500, detail: 'x'.repeat(90) };
    const json = { ...problem, traceId: '4bf92f3577b34da6a3ce929d0e0e4736' };
    await page.route('**/api/customers?*', (route) =>
      route.fulfill({ status: 500, contentType: 'application/problem+json', json }),
    );
    await page.goto('/desk/customers');
    const alert = page.getByRole('main').getByRole('alert');
    await alert.waitFor();
    await photograph(page, `problem${suffix}`);
    await isOpenToAll(page);
    const hidden = alert
      .locator('*')
      .evaluateAll((parts) =>
        (parts as unknown as { scrollWidth: number; clientWidth: number; className: unknown }[])
          .filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth)
          .map(({ className }) => String(className)),
      );
    expect(await hidden).toEqual([]);
    await page.unrouteAll();
  });

  it.each(pages)('%s: %s is open to all, and fits', async (who, name, path, complete) => {
    const window = people.get(who)!;
    await open(window, path(), complete);
    await photograph(window.page, `${name}${suffix}`);
    await isOpenToAll(window.page);
    expect(await overflow(window.page)).toBe(0);
    expect(window.errors).toEqual([]);
  });
});

describe('the catalogue', () => {
  it('does not move while it loads', async () => {
    const { page } = await signedIn(browser, 'anna', '/', WIDE);
    await watchShifts(page);
    await open({ page, errors: [] }, '/', 'main li h2 >> nth=5');
    expect(await layoutShift(page)).toBeLessThan(0.01);
  });
});
