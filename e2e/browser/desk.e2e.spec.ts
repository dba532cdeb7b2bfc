import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@offset-zero/testing';
import type { Browser } from 'playwright-core';
import { call, registered } from '../api.ts';
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
    await one.page.getByText('The customer is saved.').waitFor();

    await other.page.getByLabel('Street').fill('Rathausgasse 22');
    await other.page.getByLabel('Town').or(other.page.getByLabel('City')).fill('Thun');
    await other.page.getByRole('button', { name: 'Save', exact: true }).click();
    const dialog = other.page.getByRole('dialog', { name: 'Somebody else has saved in the meantime' });
    await dialog.getByText('Münstergasse 5').waitFor();
    await dialog.getByText('Rathausgasse 22').click();
    await dialog.getByRole('button', { name: 'Save the choice' }).click();
    await other.page.getByText('The customer is saved.').waitFor();
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
    const search = page.getByLabel('Find a customer');
    await search.fill(`Regual ${name.replace('scher', 'shcer')}`);
    const found = page.getByRole('link', { name: new RegExp(name) }).first();
    await eventually(async () => {
      await found.click({ timeout: 5_000 }); // the list may change under the pointer
      await page.waitForURL(`**/desk/customers/${customerId}`, { timeout: 5_000 });
    }, 60_000);
    await page.getByRole('button', { name: 'Delete …' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('tombstone').waitFor();
    await dialog.getByRole('button', { name: 'Delete for good' }).click();
    await page.getByText(`${name} is deleted.`).waitFor();
    expect((await call('GET', `/customers/${customerId}`)).status).toBe(404);
    await page.getByLabel('Find a customer').fill(name);
    await page.getByText('Nobody found').waitFor();
  });
});
