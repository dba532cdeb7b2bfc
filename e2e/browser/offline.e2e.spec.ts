import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@offset-zero/testing';
import type { Browser, Page } from 'playwright-core';
import { openChromium } from './chromium.process.ts';
import { openWindow, signedIn, signIn } from './window.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openChromium();
});
afterAll(() => browser.close());

const PROFILE = '**/assets/profile-page*';

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

/** Anna on the catalogue, who has no page but that yet: the code of her profile is kept from her. */
async function withoutProfile() {
  const window = await openWindow(browser);
  await window.page.route(PROFILE, (route) => route.abort());
  await window.page.addInitScript("addEventListener('vite:preloadError', () => (window.isKept = true))");
  await signIn(window, 'anna');
  await heading(window.page, 'Catalogue').waitFor();
  await eventually(async () => expect(await window.page.evaluate('window.isKept')).toBe(true));
  return window.page;
}

async function toTheProfile(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('link', { name: 'Profile' }).click();
}

describe('without a network', () => {
  it('a page that has not come leaves the shop around it standing, and comes by itself afterwards', async () => {
    const page = await withoutProfile();
    await page.context().setOffline(true);
    await toTheProfile(page);
    await page.getByText('The shop cannot be reached').waitFor();
    await page.getByText('You are offline.').waitFor();
    expect(await page.getByRole('banner').getByRole('link', { name: 'Orders' }).isVisible()).toBe(true);
    await page.unrouteAll();
    await page.context().setOffline(false);
    await heading(page, 'Profile').waitFor();
  });

  it('a page opens that nobody has been on yet: its code came while there was nothing else to do', async () => {
    const { page } = await signedIn(browser, 'ben');
    await heading(page, 'Catalogue').waitFor();
    const names = () =>
      page.evaluate("performance.getEntriesByType('resource').map(({ name }) => name)") as Promise<string[]>;
    await eventually(async () => expect(await names()).toContainEqual(expect.stringContaining('/orders-page-')));
    await eventually(async () => expect(await names()).toContainEqual(expect.stringContaining('/trace-page-')));
    expect((await names()).filter((name) => /customers-page|lag-page|parked-page/.test(name))).toEqual([]);
    await page.context().setOffline(true);
    await page.getByRole('link', { name: 'Orders' }).click();
    await heading(page, 'My orders').waitFor();
    await page.context().setOffline(false);
    const orders = page.getByRole('main').locator('a[href^="/orders/"]'); // if others have ordered as him before
    await page.getByText('No orders yet').or(orders).first().waitFor();
  });
  it('another language cannot be had: it is said, in the one that there is', async () => {
    const { page } = await signedIn(browser, 'ben');
    await heading(page, 'Catalogue').waitFor();
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'DE, Deutsch' }).click();
    await page.getByRole('alert').getByText('The shop cannot be reached').waitFor();
    await heading(page, 'Catalogue').waitFor();
  });
});

it('a page that did not come in the background is asked for again by whoever goes there', async () => {
  const page = await withoutProfile();
  await page.unrouteAll();
  await page.evaluate('window.isTheSame = true');
  await toTheProfile(page);
  await heading(page, 'Profile').waitFor();
  expect(await page.evaluate('window.isTheSame')).toBe(true);
});
