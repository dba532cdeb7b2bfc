import { describe, expect, it } from '@jest/globals';
import { eventually } from '@offset-zero/testing';
import { anna, call, type Customer, registered } from './api.ts';
import { npm, service } from './shop.process.ts';

/** How many requests for customers the customer service has answered, whoever asked. */
async function requestsForCustomers(): Promise<number> {
  const metrics = await (await fetch(`${service(3001)}/metrics`)).text();
  const counts = [...metrics.matchAll(/^http_request_duration_seconds_count\{[^}]*route="\/customers[^}]*\} (\d+)$/gm)];
  if (counts.length === 0) throw new Error('customer-service counts no requests');
  return counts.reduce((sum, [, count]) => sum + Number(count), 0);
}

const idsFound = async (q: string) => {
  const { body } = await call<{ items: Customer[] }>('GET', `/customer-search?limit=50&q=${q}`);
  return body.items.map(({ customerId }) => customerId).sort();
};

describe('a service that is born from offset 0', () => {
  it('knows every customer that the owner knows, and the owner is not asked once', async () => {
    const lastName = `Urknall${Date.now()}`;
    const people = await Promise.all(
      ['Ada', 'Emmy', 'Lise'].map((firstName) => registered({ ...anna, firstName, lastName })),
    );
    const [deleted, ...left] = people.map(({ customerId }) => customerId);
    await call('DELETE', `/customers/${deleted}`);
    await eventually(async () => expect(await idsFound(lastName)).toEqual([...left].sort()));

    const before = await requestsForCustomers();
    const told = await npm('bootstrap', '--', 'customer-search');
    expect(told).toMatch(/customer-search: done, .* lag 0/);
    expect(await idsFound(lastName)).toEqual([...left].sort());
    expect(await requestsForCustomers()).toBe(before);
  });
});
