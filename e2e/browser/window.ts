import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { shopUrl } from '../shop.process.ts';

export interface Account {
  name: string;
  password: string;
  /** Of shoppers: the customer they are. */
  customerId?: string;
}

/** The accounts that the shop under test made for itself. */
export function account(name: string): Account {
  const file = join(process.env.DATA_DIR!, 'identity', 'accounts.json');
  const accounts = JSON.parse(readFileSync(file, 'utf8')) as Account[];
  return accounts.find((one) => one.name === name)!;
}

/** A window that shares nothing with the others. Errors on its console are kept in `errors`, if not those of requests. */
export interface Window {
  page: Page;
  errors: string[];
}

export async function openWindow(browser: Browser, options: BrowserContextOptions = {}): Promise<Window> {
  const context = await browser.newContext({ baseURL: shopUrl, locale: 'en-GB', reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    const text = message.text();
    if (message.type() === 'error' && !text.startsWith('Failed to load resource')) errors.push(text);
  });
  return { page, errors };
}

/** Goes from the landing page through the sign-in, back to the shop. */
export async function signIn({ page }: Window, name: string, path = '/'): Promise<void> {
  await page.goto(path);
  await page
    .getByRole('button', { name: /^(sign in|anmelden)$/i })
    .first()
    .click();
  await saysWhoHeIs(page, name);
  await page.waitForURL((url) => url.origin === new URL(shopUrl).origin && url.pathname !== '/signed-in', {
    waitUntil: 'commit',
  });
}

/** Fills in the form of the sign-in. */
export async function saysWhoHeIs(page: Page, name: string): Promise<void> {
  await page.locator('input[name=username]').fill(name);
  await page.locator('input[name=password]').fill(account(name).password);
  await page.locator('button[type=submit]').click();
}

/** A window in which somebody has gone through the sign-in, and sees `path` of the shop. */
export async function signedIn(
  browser: Browser,
  name: string,
  path = '/',
  options: BrowserContextOptions = {},
): Promise<Window> {
  const window = await openWindow(browser, options);
  await signIn(window, name);
  if (path !== '/') await window.page.goto(path);
  return window;
}
