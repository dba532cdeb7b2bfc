import { describe, expect, it } from '@jest/globals';
import { fact, tombstone, topics } from '@offset-zero/contracts';
import { headersOf } from './headers.ts';

const now = new Date('2026-11-21T08:00:00Z');
const customer = topics.customer.records.Customer.sample;

describe('the headers of a fact', () => {
  it('are a CloudEvent in binary mode', () =>
    expect(headersOf(fact(topics.customer, 'Customer', 'c1', customer, 7), 'customer-service', {}, now)).toEqual({
      ce_specversion: '1.0',
      ce_type: 'shop.customer.Customer',
      ce_source: '/customer-service',
      ce_time: '2026-11-21T08:00:00.000Z',
      ce_subject: 'c1',
      ce_version: '7',
      'content-type': 'application/avro',
    }));

  it('tell a deletion from a value', () =>
    expect(headersOf(tombstone(topics.customer, 'c1', 8), 'customer-service', {}, now)).toMatchObject({
      ce_type: 'shop.customer.Customer.deleted',
      ce_version: '8',
    }));

  it('say what caused it', () => {
    const trace = { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', causationId: 'e1' };
    expect(headersOf(tombstone(topics.customer, 'c1', 8), 's', trace, now)).toMatchObject({
      traceparent: trace.traceparent,
      ce_causationid: 'e1',
    });
  });
});
