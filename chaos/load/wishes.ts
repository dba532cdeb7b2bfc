import type { JournalEntry } from '../journal.ts';
import type { Random } from '../plan/random.ts';
import type { KnownShop } from './shop.ts';

/** A write somebody wants to make. */
export type Wish = Pick<JournalEntry, 'op' | 'key' | 'request' | 'ifMatch'>;

const FEW_CUSTOMERS = 8;
const MANY_CUSTOMERS = 60;
const FEW_PRODUCTS = 8;
const MANY_PRODUCTS = 40;

/** How often each is wished for: about twice as many pieces are ordered as come in, so that orders meet their last items. */
const WEIGHTS: Record<JournalEntry['op'], number> = {
  'customer.create': 2,
  'customer.replace': 3,
  'customer.delete': 1,
  'product.create': 1,
  'product.replace': 2,
  'stock.receive': 3,
  'order.place': 7,
  'order.cancel': 2,
};

const DRAWN = Object.entries(WEIGHTS).flatMap(([op, weight]) => Array<JournalEntry['op']>(weight).fill(op as never));

/** A wish that makes sense with what is known; `number` makes its contents differ from all others. */
export function wishOf(random: Random, shop: KnownShop, number: number): Wish {
  const [customers, products] = [shop.customers().length, shop.products().length];
  if (customers < FEW_CUSTOMERS) return newCustomer(random, number);
  if (products < FEW_PRODUCTS) return newProduct(random, number);
  const op = random.pick(DRAWN);
  return wishes[op](random, shop, number) ?? placing(random, shop);
}

const wishes: Record<JournalEntry['op'], (random: Random, shop: KnownShop, number: number) => Wish | undefined> = {
  'customer.create': (random, shop, number) =>
    shop.customers().length < MANY_CUSTOMERS ? newCustomer(random, number) : undefined,
  'customer.replace': (random, shop, number) => replacing(random, shop, 'customer', person(random, number)),
  'customer.delete': (random, shop) => {
    const known = shop.take('customer', random);
    return known && { op: 'customer.delete', key: known.key, request: {}, ifMatch: known.version };
  },
  'product.create': (random, shop, number) =>
    shop.products().length < MANY_PRODUCTS ? newProduct(random, number) : undefined,
  'product.replace': (random, shop, number) => replacing(random, shop, 'product', article(random, number)),
  'stock.receive': (random, shop) => ({
    op: 'stock.receive',
    key: random.pick(shop.products()),
    request: { quantity: random.whole(1, 10) },
  }),
  'order.place': (random, shop) => placing(random, shop),
  'order.cancel': (random, shop) => {
    const latest = shop.orders().slice(random.chance(0.7) ? -5 : 0);
    return latest.length > 0 ? { op: 'order.cancel', key: random.pick(latest), request: {} } : undefined;
  },
};

const newCustomer = (random: Random, number: number): Wish => ({
  op: 'customer.create',
  request: person(random, number),
});

function newProduct(random: Random, number: number): Wish {
  const key = `chaos-${number}`;
  return { op: 'product.create', key, request: { productId: key, ...article(random, number) } };
}

/** Now and then somebody asks for a version that never was, to be refused. */
function replacing(random: Random, shop: KnownShop, kind: 'customer' | 'product', request: object): Wish | undefined {
  const known = shop.take(kind, random);
  if (!known) return undefined;
  const ifMatch = random.chance(0.05) ? known.version + 1_000_000 : known.version;
  return { op: `${kind}.replace`, key: known.key, request, ifMatch };
}

function placing(random: Random, shop: KnownShop): Wish {
  const products = random.shuffled(shop.products()).slice(0, random.whole(1, 3));
  const lines = products.map((productId) => ({ productId, quantity: random.whole(1, 3) }));
  return { op: 'order.place', request: { customerId: random.pick(shop.customers()), lines } };
}

const person = (random: Random, number: number) => ({
  firstName: random.pick(['Anna', 'Béla', 'Chloé', 'Dörte', 'Ebo']),
  lastName: `Nummer ${number}`,
  email: `nummer.${number}@example.org`,
  category: random.pick(['A', 'B', 'C']),
  address: { street: `Weg ${number}`, postalCode: '3011', city: 'Bern', country: 'CH' },
});

const article = (random: Random, number: number) => ({
  name: `Article ${number}`,
  description: '',
  category: random.pick(['Tools', 'Books']),
  price: { amountMinor: random.whole(100, 10_000), currency: 'CHF' },
});
