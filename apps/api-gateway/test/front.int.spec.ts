import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@offset-zero/testing';
import { deadAddress, gateway, json, upstream } from './world.ts';

const document = (path: string) => ({
  openapi: '3.0.0',
  info: { title: 'x', version: '1' },
  paths: { [path]: { get: { responses: {} } }, '/internal': {} },
  components: { schemas: {} },
});

let door: Awaited<ReturnType<typeof gateway>>;
let customers: Awaited<ReturnType<typeof upstream>>;
let orders: Awaited<ReturnType<typeof upstream>>;

beforeAll(async () => {
  customers = await upstream((request, response) =>
    json(200, request.url === '/docs-json' ? document('/customers') : {})(request, response),
  );
  orders = await upstream((request, response) =>
    request.url === '/docs-json'
      ? json(200, document('/orders'))(request, response)
      : json(503, { status: 'not-ready' })(request, response),
  );
  const away = await deadAddress();
  door = await gateway({
    CUSTOMER_SERVICE_URL: customers.url,
    ORDER_SERVICE_URL: orders.url,
    PRODUCT_SERVICE_URL: away,
    STOCK_SERVICE_URL: away,
    CUSTOMER_SEARCH_URL: away,
    EVENT_HUB_URL: away,
  });
});

afterAll(async () => {
  await door.stop();
  await Promise.all([customers.close(), orders.close()]);
});

const get = (path: string) => fetch(`${door.url}${path}`);

describe('the front of the gateway', () => {
  it('shows who runs', async () => {
    const states = ['ready', 'away', 'away', 'starting', 'away', 'away'].map((state) => `<td class="${state}">`);
    await eventually(async () => {
      const page = await get('/apis');
      expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect((await page.text()).match(/<td class="\w+">/g)).toEqual(states);
    });
  });

  it('has a page where the type of a problem leads, without a token', async () => {
    const { type, title } = (await (await get('/api/orders')).json()) as { type: string; title: string };
    const page = await get(type);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await page.text()).toContain(`<h1>${title}</h1>`);
    expect(await (await get('/problems')).text()).toContain(`href="${type}"`);
    expect((await get('/problems/nothing')).status).toBe(404);
  });

  it('shows the API documents of all, with nothing from elsewhere', async () => {
    const page = await (await get('/docs')).text();
    expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    expect((await get('/docs/swagger-ui-bundle.js')).status).toBe(200);
    const init = await (await get('/docs/swagger-ui-init.js')).text();
    expect(init).toContain('/docs-json/customer-service');
    expect(init).toContain('/docs-json/order-service');
  });

  it("gives a service's document as it is true here", async () => {
    const { paths } = (await (await get('/docs-json/customer-service')).json()) as { paths: object };
    expect(Object.keys(paths)).toEqual(['/api/customers']);
  });

  it('gives all documents as one, and says who is missing', async () => {
    const { paths, info } = (await (await get('/docs-json')).json()) as {
      paths: object;
      info: { description: string };
    };
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining(['/api/order-pages/{orderId}', '/api/customers', '/api/orders']),
    );
    expect(info.description).toContain('stock-service is away');
  });

  it('says that a document cannot be had', async () => {
    expect((await get('/docs-json/stock-service')).status).toBe(503);
    expect((await get('/docs-json/nobody')).status).toBe(404);
  });

  it.each(['/health/live', '/health/ready', '/metrics'])('answers %s without any server', async (path) =>
    expect((await get(path)).status).toBe(200),
  );
});
