import { describe, expect, it } from '@jest/globals';
import { behindTheDoor, merge, type OpenApi } from './merge.ts';

const info = { title: 'api-gateway', description: 'The one door', version: '1' };
const get = (schema: string) => ({ get: { schema: { $ref: `#/components/schemas/${schema}` } } });
const money = { type: 'object' };
const own: OpenApi = {
  info,
  paths: { '/api/order-pages/{id}': get('OrderPage') },
  components: { schemas: { OrderPage: {} } },
};
const customers: OpenApi = {
  info,
  paths: { '/api/customers/{id}': get('Answer') },
  components: { schemas: { Answer: { title: 'a' }, Money: money } },
};
const orders: OpenApi = {
  info,
  paths: { '/api/orders/{id}': get('Answer') },
  components: { schemas: { Answer: { title: 'b' }, Money: money } },
};

describe('API documents at the gateway', () => {
  it('show what the gateway passes on, where it is', () => {
    const document = { info, paths: { '/customers/{id}': {}, '/customers': {}, '/health/live': {}, '/metrics': {} } };
    expect(Object.keys(behindTheDoor(document).paths)).toEqual(['/api/customers/{id}', '/api/customers']);
  });

  it('are one document of all paths', () =>
    expect(Object.keys(merge(own, [{ name: 'customer-service', document: customers }], []).paths)).toEqual([
      '/api/order-pages/{id}',
      '/api/customers/{id}',
    ]));

  it('keep unlike schemas of one name apart, and like ones together', () => {
    const all = merge(
      own,
      [
        { name: 'customer-service', document: customers },
        { name: 'order-service', document: orders },
      ],
      [],
    );
    expect(all.components!.schemas).toEqual({
      OrderPage: {},
      Answer: { title: 'a' },
      Money: money,
      'order-service.Answer': { title: 'b' },
    });
    expect(all.paths['/api/customers/{id}']).toEqual(get('Answer'));
    expect(all.paths['/api/orders/{id}']).toEqual(get('order-service.Answer'));
  });

  it('say which service is away', () =>
    expect(merge(own, [], ['stock-service']).info.description).toBe(
      'The one door\n\nstock-service is away: its part is missing.',
    ));
});
