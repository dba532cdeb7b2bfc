/** `npm run seed`: fills a running shop with customers, products, stock and orders through its public API. */
import { Presets, SingleBar } from 'cli-progress';
import { loadSettings } from '@offset-zero/platform/environment';
import { readOptions, whole } from './arguments.ts';
import { ask, created, post, times } from './seed/api.ts';
import * as data from './seed/data.ts';

const door = `${loadSettings().door}/api`;

const HELP = `npm run seed -- [--customers 1000] [--products 200] [--orders 500] [--url ${door}]

The data is made from fixed seeds: the same numbers give the same people, products and orders.
Run again within a day, it creates nothing twice.`;

const OPTIONS = {
  customers: { type: 'string', default: '1000' },
  products: { type: 'string', default: '200' },
  orders: { type: 'string', default: '500' },
  url: { type: 'string', default: door },
  help: { type: 'boolean', default: false },
} as const;

/** Creates `total` things with a progress bar and returns their answers. */
async function create<T>(what: string, total: number, one: (index: number) => Promise<T>): Promise<T[]> {
  const bar = new SingleBar(
    {
      format: `${what.padEnd(10)} {bar} {value}/{total}  {duration_formatted}`,
      noTTYOutput: true,
      notTTYSchedule: 2_000,
    },
    Presets.shades_classic,
  );
  bar.start(total, 0);
  try {
    return await times(total, async (index) => {
      const result = await one(index);
      bar.increment();
      return result;
    });
  } finally {
    bar.stop();
  }
}

async function main(): Promise<void> {
  const { values } = readOptions({ options: OPTIONS });
  if (values.help) return console.log(HELP);
  const { url } = values;
  const count = (name: 'customers' | 'products' | 'orders') => whole(values[name], `--${name}`)!;
  const [customers, products, orders] = [count('customers'), count('products'), count('orders')];
  if (orders > 0 && (customers === 0 || products === 0)) throw new Error('Orders need customers and products.');
  await ask(url);

  const people = await create('customers', customers, (i) =>
    created(`${url}/customers`, data.customer(i), `seed-customer-${i}`),
  );
  const goods = await create('products', products, (i) =>
    created(`${url}/products`, data.product(i), `seed-product-${i}`, [409]),
  );
  const productIds = Array.from({ length: products }, (_, i) => data.product(i).productId);
  await create('receipts', products, (i) =>
    post(`${url}/stock/${productIds[i]}/receipts`, data.receipt(i), `seed-receipt-${i}`),
  );
  const customerIds = people.map(({ body }) => String(body.customerId));
  await create('orders', orders, (i) => {
    const order = data.order(i, customerIds, productIds);
    return post(`${url}/orders`, order, `seed-order-${i}-${customers}-${products}-${order.customerId}`);
  });
  const existing = goods.filter(({ status }) => status === 409).length;
  console.log(
    `${customers} customers, ${products} products${existing > 0 ? ` (${existing} existed)` : ''}, ${products} receipts and ${orders} orders are there.`,
  );
}

await main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
