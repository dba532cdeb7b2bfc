import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@offset-zero/testing';
import type { Browser } from 'playwright-core';
import { call, registered, stocked, stockOf } from '../api.ts';
import { openChromium } from './chromium.process.ts';
import { signedIn, type Window } from './window.ts';

let browser: Browser;
let one: Window;
let other: Window;

beforeAll(async () => {
  browser = await openChromium();
  one = await signedIn(browser, 'carla');
  other = await signedIn(browser, 'carla');
});
afterAll(() => browser.close());

const person = (lastName: string) => ({
  firstName: 'Regula',
  lastName,
  email: 'regula@example.org',
  category: 'B',
  address: { street: 'Gerechtigkeitsgasse 3', postalCode: '3011', city: 'Bern', country: 'CH' },
});

describe('at the desk', () => {
  it('two clerks save the same customer: the second sees what the first did, and chooses', async () => {
    const { customerId } = await registered(person('Doppelfeld'));
    for (const { page } of [one, other]) {
      await page.goto(`/desk/customers/${customerId}`);
      await page.getByLabel('Street').waitFor();
    }
    await one.page.getByLabel('Street').fill('Münstergasse 5');
    await one.page.getByRole('button', { name: 'Save', exact: true }).click();
    await one.page.getByText('The details are saved.').waitFor();

    await other.page.getByLabel('Street').fill('Rathausgasse 22');
    await other.page.getByLabel('Town').fill('Thun');
    await other.page.getByRole('button', { name: 'Save', exact: true }).click();
    const dialog = other.page.getByRole('dialog', { name: 'Somebody else has saved in the meantime' });
    await dialog.getByText('Münstergasse 5').waitFor();
    await dialog.getByText('Rathausgasse 22').click();
    await dialog.getByRole('button', { name: 'Save the choice' }).click();
    await other.page.getByText('The details are saved.').waitFor();
    expect((await call('GET', `/customers/${customerId}`)).body).toMatchObject({
      version: 3,
      address: { street: 'Rathausgasse 22', city: 'Thun' },
    });
  });

  it('a customer is found though misspelt, deleted, and vanishes from the search', async () => {
    const name = `Ausloescher${Date.now()}`;
    const { customerId } = await registered(person(name));
    const { page } = one;
    await page.goto('/desk/customers');
    await page.getByLabel('Find a customer').fill(`Regual ${name.replace('scher', 'shcer')}`);
    await page.getByRole('status').filter({ hasText: 'found' }).waitFor({ state: 'attached' });
    await page.getByRole('link', { name: new RegExp(name) }).click();
    await page.waitForURL(`**/desk/customers/${customerId}`);
    await page.getByRole('button', { name: 'Delete …' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('tombstone').waitFor();
    await dialog.getByRole('button', { name: 'Delete for good' }).click();
    await page.getByText(`${name} is deleted.`).waitFor();
    expect((await call('GET', `/customers/${customerId}`)).status).toBe(404);
    await page.getByLabel('Find a customer').fill(name);
    await page.getByText('Nobody found').waitFor();
  });

  it('who types and clicks at once comes where he clicked, however slowly that page comes', async () => {
    await registered(person('Eilig'));
    const { page } = one;
    const { promise: isLate, resolve: comes } = Promise.withResolvers<void>();
    await page.route('**/assets/customer-page*', (route) => isLate.then(() => route.continue()));
    await page.goto('/desk/customers');
    const row = page.getByRole('list', { name: 'Customers' }).getByRole('link').first();
    const [href, name] = [await row.getAttribute('href'), (await row.innerText()).split('\n')[0]!];
    await page.getByLabel('Find a customer').focus();
    await Promise.all([page.keyboard.insertText(name), page.locator(`a[href="${href}"]`).dispatchEvent('click')]);
    await page.getByRole('main').getByText('Loading').first().waitFor(); // later than a search follows what is typed
    comes();
    await page.getByRole('button', { name: 'Delete …' }).waitFor();
    expect(page.url()).toBe(new URL(href!, page.url()).href); // without what was typed before
    await page.unrouteAll();
  });

  it('what came in is booked as it was typed, or not at all', async () => {
    const productId = await stocked(7);
    const { page } = one;
    await page.goto(`/desk/stock?q=${productId}`);
    await page.getByRole('button', { name: /^Receive goods: / }).click();
    const dialog = page.getByRole('dialog');
    const field = dialog.getByLabel('Pieces that came in');
    for (const typed of ['1.5', '-4', '0', '1,500', '99999999999']) {
      await field.fill('');
      await field.pressSequentially(typed);
      await dialog.getByRole('button', { name: 'Receive goods' }).click();
      await dialog.getByText('A whole number, at least 1').waitFor();
      expect(await field.inputValue()).toBe(typed);
    }
    await field.fill('1 500');
    await dialog.getByRole('button', { name: 'Receive 1,500 pieces' }).click();
    await page.getByText('1,500 pieces received').waitFor();
    expect(await stockOf(productId)).toMatchObject({ onHand: 1_507 });
  });

  it('what the shop refuses it says once, and in the language of whoever asked', async () => {
    const productId = await stocked(1);
    const { page } = await signedIn(browser, 'carla', '/desk/products', { locale: 'de-CH' });
    await page.getByRole('button', { name: 'Neues Produkt' }).click();
    const form = page.getByRole('dialog');
    const typed = { productId, name: 'Fondue', category: 'Käse', 'price.amount': '12.50' };
    for (const [name, value] of Object.entries(typed)) await form.locator(`[name="${name}"]`).fill(value);
    await form.getByRole('button', { name: 'Produkt anlegen' }).click();
    const alert = form.getByRole('alert');
    await alert.getByText('Ein Produkt mit dieser Nummer gibt es schon').waitFor();
    expect(await alert.innerText()).not.toContain('There is');
    await page.context().close();
  });

  it.each([
    ['Customers', '/desk/customers'],
    ['Products', '/desk/products'],
    ['Stock', '/desk/stock'],
    ['Catalogue', '/'],
  ])('what is searched for lies in the address of %s: a link, Back and Forward fill the field', async (name, path) => {
    const { page } = one;
    await page.goto(`${path}?q=Doppelfeld`);
    const field = page.getByRole('main').getByRole('searchbox');
    const has = (value: string) => eventually(async () => expect(await field.inputValue()).toBe(value));
    await has('Doppelfeld');
    await page.getByRole('link', { name, exact: true }).click();
    await has('');
    await field.fill('Eilig');
    await page.waitForURL('**?q=Eilig');
    await field.fill('');
    await page.waitForURL((url) => url.search === '');
    await page.goBack();
    await has('Doppelfeld');
    await page.goForward();
    await has('');
  });
});
