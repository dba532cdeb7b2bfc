import { describe, expect, it } from '@jest/globals';
import type { Document } from '@offset-zero/service/docs/document';
import { behindTheDoor } from './behind-the-door.ts';
import { merge } from './merge.ts';

const info = { title: 'api-gateway', description: 'The one door', version: '1' };
const get = (schema: string) => ({
  get: {
    responses: { 200: { description: '', content: { x: { schema: { $ref: `#/components/schemas/${schema}` } } } } },
  },
});
const money = { type: 'object' };
const document = (paths: Document['paths'], schemas: Document['components']['schemas'] = {}): Document => ({
  openapi: '3.1.0',
  info,
  paths,
  components: { schemas },
});
const own = document({ '/api/order-pages/{id}': get('OrderPage') }, { OrderPage: {} });
const customers = document({ '/api/customers/{id}': get('Answer') }, { Answer: { title: 'a' }, Money: money });
const orders = document({ '/api/orders/{id}': get('Answer') }, { Answer: { title: 'b' }, Money: money });

const ops = (service: string) => behindTheDoor(service, document({ '/ops/parked': { get: { responses: {} } } }));

describe('API documents at the gateway', () => {
  it('show what the gateway passes on, where it is', () => {
    const { paths } = behindTheDoor(
      'customer-service',
      document({ '/customers/{id}': {}, '/customers': {}, '/health/live': {}, '/metrics': {}, '/ops/parked': {} }),
    );
    expect(Object.keys(paths)).toEqual(['/api/customers/{id}', '/api/customers', '/api/ops/{service}/parked']);
  });

  it('say what the gateway answers instead of the service', () => {
    const { paths } = behindTheDoor('customer-service', document({ '/customers': { get: { responses: {} } } }));
    expect(Object.keys(paths['/api/customers']!.get!.responses)).toEqual(expect.arrayContaining(['429', '504']));
  });

  it('say how the version on trial is chosen, wherever a service is asked', () => {
    const consistency = { name: 'Consistency-Token', in: 'header', schema: {} };
    const item = { get: { parameters: [consistency], responses: {} } };
    const { paths } = behindTheDoor('customer-service', document({ '/customers': item, '/ops/parked': item }));
    const named = Object.values(paths).map(({ get }) => get!.parameters!.map(({ name }) => name));
    expect(named).toEqual([
      ['Consistency-Token', 'X-Canary'],
      ['service', 'Consistency-Token', 'X-Canary'],
    ]);
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
    expect(all.components.schemas).toEqual({
      OrderPage: {},
      Answer: { title: 'a' },
      Money: money,
      'order-service.Answer': { title: 'b' },
    });
    expect(all.paths['/api/customers/{id}']).toEqual(get('Answer'));
    expect(all.paths['/api/orders/{id}']).toEqual(get('order-service.Answer'));
  });

  it('offer what every service has for operators once, with the services to choose from', () => {
    const names = ['customer-service', 'order-service'];
    const all = merge(
      own,
      names.map((name) => ({ name, document: ops(name) })),
      [],
    );
    expect(all.paths['/api/ops/{service}/parked']!.get!.parameters![0]!.schema.enum).toEqual(names);
  });

  it('say which service is away', () =>
    expect(merge(own, [], ['stock-service']).info.description).toBe(
      'The one door\n\nstock-service is away: its part is missing.',
    ));
});
