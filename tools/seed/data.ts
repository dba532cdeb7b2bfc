import { type Faker, fakerDE, fakerDE_CH, fakerEN_GB, fakerFR, fakerFR_CH, fakerIT } from '@faker-js/faker';

/** Two of three customers live in Switzerland, the others in the countries around it and in Britain. */
const homes: [Faker, string][] = [
  [fakerDE_CH, 'CH'],
  [fakerDE_CH, 'CH'],
  [fakerFR_CH, 'CH'],
  [fakerDE, 'DE'],
  [fakerFR, 'FR'],
  [fakerIT, 'IT'],
  [fakerEN_GB, 'GB'],
];

/** The body of `POST /customers`; the same `index` gives the same person. */
export function customer(index: number) {
  const [faker, country] = homes[index % homes.length]!;
  faker.seed(index);
  const [firstName, lastName] = [faker.person.firstName(), faker.person.lastName()];
  return {
    firstName,
    lastName,
    email: faker.internet.email({ firstName, lastName, provider: 'example.org' }).toLowerCase(),
    category: faker.helpers.weightedArrayElement(['A', 'B', 'C'].map((value, i) => ({ value, weight: 1 + 2 * i }))),
    address: {
      street: faker.location.streetAddress(),
      postalCode: faker.location.zipCode(),
      city: faker.location.city(),
      country,
    },
  };
}

/** The body of `POST /products`: a SKU, a name and a price in francs. */
export function product(index: number) {
  const faker = fakerEN_GB;
  faker.seed(100_000 + index);
  return {
    productId: `SKU-${String(index + 1).padStart(5, '0')}`,
    name: faker.commerce.productName(),
    description: faker.commerce.productDescription(),
    category: faker.commerce.department(),
    price: { amountMinor: faker.number.int({ min: 5, max: 4_000 }) * 5, currency: 'CHF' },
  };
}

/** How many pieces of a product arrive in the warehouse. */
export function receipt(index: number) {
  fakerEN_GB.seed(200_000 + index);
  return { quantity: fakerEN_GB.number.int({ min: 20, max: 500 }) };
}

/** The body of `POST /orders`: one to five different products for one of the customers. */
export function order(index: number, customerIds: string[], productIds: string[]) {
  const faker = fakerEN_GB;
  faker.seed(300_000 + index);
  return {
    customerId: faker.helpers.arrayElement(customerIds),
    lines: faker.helpers
      .arrayElements(productIds, { min: 1, max: Math.min(5, productIds.length) })
      .map((productId) => ({ productId, quantity: faker.number.int({ min: 1, max: 4 }) })),
  };
}
