import { call, ended, place, registered, stocked } from '@offset-zero/e2e/api';
import { openChromium } from '@offset-zero/e2e/browser/chromium.process';
import { signedIn, type Window } from '@offset-zero/e2e/browser/window';
import { quantile, type Result } from './result.ts';

const ORDERS = 60;
const WARM_UP = 10;

/**
 * The order page of a shop that runs, in a real browser: from the moment at which order-service wrote an event (`ce_time`)
 * to the moment at which its station is painted. Browser and services share a clock, and the machine.
 */
export async function run(): Promise<Result[]> {
  const { customerId } = await registered();
  const productId = await stocked(10_000);
  const browser = await openChromium();
  try {
    const { page } = await signedIn(browser, 'otto');
    const times: number[] = [];
    for (let n = 0; n < WARM_UP + ORDERS; n++) {
      const orderId = await place(customerId, [{ productId, quantity: 1 }]);
      await ended(orderId);
      const ms = await cancelled(page, orderId);
      if (n >= WARM_UP) times.push(ms);
    }
    const result = (q: number): Result => ({
      bench: 'screen',
      what: `order page: event written -> visible p${q * 100}`,
      value: quantile(times, q),
      unit: 'ms',
    });
    return [result(0.5), result(0.99)];
  } finally {
    await browser.close();
  }
}

/** Milliseconds from the cancellation's own time to the frame in which its station is there. */
async function cancelled(page: Window['page'], orderId: string): Promise<number> {
  await page.goto(`/orders/${orderId}`);
  await page.getByText('Live', { exact: true }).first().waitFor();
  const seen = page.evaluate(`new Promise((resolve) => {
    const look = () => {
      if (!document.querySelector('[data-station=cancelled]')) return false;
      requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()));
      return true;
    };
    if (look()) return;
    const observer = new MutationObserver(() => look() && observer.disconnect());
    observer.observe(document.body, { childList: true, subtree: true });
  })`) as Promise<number>;
  const { status, body } = await call<{ updatedAt: string }>('POST', `/orders/${orderId}/cancellation`);
  if (status !== 200) throw new Error(`the cancellation of ${orderId} was answered ${status}`);
  return (await seen) - Date.parse(body.updatedAt);
}
