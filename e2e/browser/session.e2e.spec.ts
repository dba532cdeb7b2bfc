import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openChromium } from './chromium.process.ts';
import { openWindow, saysWhoHeIs, signedIn, signIn } from './window.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openChromium();
});
afterAll(() => browser.close());

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const landing = (page: Page) => heading(page, 'A shop you can watch think.');

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
}

describe('somebody who is signed in', () => {
  it('is out with one click, here and in tabs that he opens anew', async () => {
    const { page, errors } = await signedIn(browser, 'anna');
    await heading(page, 'Catalogue').waitFor();
    await signOut(page);
    await landing(page).waitFor();
    expect(new URL(page.url()).pathname).toBe('/');
    const other = await page.context().newPage();
    await other.goto('/');
    await landing(other).waitFor();
    await other.goto('/orders');
    await other.locator('input[name=password]').waitFor();
    expect(errors).toEqual([]);
  });

  it('is so in a new tab, at the start too', async () => {
    const { page } = await signedIn(browser, 'anna');
    await heading(page, 'Catalogue').waitFor();
    const other = await page.context().newPage();
    await other.goto('/?q=nothing-like-it');
    await heading(other, 'Catalogue').waitFor();
    expect(new URL(other.url()).search).toBe('?q=nothing-like-it');
  });

  it('who lacks a role comes to the page as somebody who has it', async () => {
    const { page } = await signedIn(browser, 'ben', '/desk/stock?q=knife');
    await heading(page, 'Not for this account').waitFor();
    await page.getByRole('button', { name: 'Sign in as somebody else' }).click();
    await saysWhoHeIs(page, 'carla');
    await heading(page, 'Stock').waitFor();
    expect(await page.getByRole('main').getByRole('searchbox').inputValue()).toBe('knife');
  });

  it('stays so, and is told, when he cannot be signed out', async () => {
    const { page } = await signedIn(browser, 'ben');
    await heading(page, 'Catalogue').waitFor();
    await page.reload(); // what the provider said of itself at the sign-in is forgotten
    await heading(page, 'Catalogue').waitFor();
    await page.route('**/.well-known/openid-configuration', (route) => route.abort());
    await signOut(page);
    await page.getByRole('alert').getByText('The shop cannot be reached').waitFor();
    await page.reload();
    await heading(page, 'Catalogue').waitFor();
  });
});

it('what somebody searched for before he signed in is found afterwards', async () => {
  const window = await openWindow(browser);
  await signIn(window, 'ben', '/?q=nothing-like-it');
  await heading(window.page, 'Catalogue').waitFor();
  expect(await window.page.getByRole('main').getByRole('searchbox').inputValue()).toBe('nothing-like-it');
});
