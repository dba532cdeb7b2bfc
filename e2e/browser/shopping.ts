import type { Page } from 'playwright-core';

const person = {
  firstName: 'Anna',
  lastName: 'Muster',
  email: 'anna.muster@example.org',
  'address.street': 'Kramgasse 8',
  'address.postalCode': '3011',
  'address.city': 'Bern',
  'address.country': 'CH',
};

/** Puts one piece into the basket, in either language. */
export async function intoTheBasket(page: Page, productId: string): Promise<void> {
  await page.goto(`/products/${productId}`);
  await page.getByRole('button', { name: /^(Into the basket|In den Warenkorb)$/ }).click();
}

/** Puts one piece into the basket and stands before the button that orders. */
export async function toTheCheckout(page: Page, productId: string): Promise<void> {
  await intoTheBasket(page, productId);
  await page.getByRole('link', { name: 'To the basket' }).click();
  await page.getByRole('link', { name: 'To the checkout' }).click();
  const order = page.getByRole('button', { name: /^Order for/ });
  await order.waitFor();
  await page.locator('input[name=firstName]').or(page.locator('address')).first().waitFor();
  if (!(await page.locator('input[name=firstName]').isVisible())) return; // the shop knows him
  for (const [name, value] of Object.entries(person)) await page.locator(`input[name="${name}"]`).fill(value);
}

/** Presses the button; the id of the order on whose page he lands. */
export async function order(page: Page): Promise<string> {
  await page.getByRole('button', { name: /^Order for/ }).click();
  await page.waitForURL(/\/orders\/[0-9a-f-]{36}$/);
  return page.url().split('/').at(-1)!;
}

/** The stations of the order's way as they are on the screen, from the first to the last. */
export const stations = (page: Page) =>
  page
    .getByRole('region', { name: 'The way of the order' })
    .locator('li')
    .evaluateAll((items) =>
      items.map((item) => (item as unknown as { dataset: { station?: string } }).dataset.station),
    );
