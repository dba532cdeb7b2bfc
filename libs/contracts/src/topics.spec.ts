import { describe, expect, it } from '@jest/globals';
import { fact, tombstone } from './fact.ts';
import { samplesOf } from './samples.ts';
import { isOfKey, isWholeValue, valueRecordOf } from './topic.ts';
import { allTopics as table, relayTopic, topicNamed, topics, topicsOfOrders } from './topics.ts';

describe('the table of topics', () => {
  it.each(table)('$name says how it is kept, for its kind', ({ kind, config, partitions }) => {
    const kept = [config['cleanup.policy'], config['retention.ms']];
    const expected = { 'whole-value': ['compact', '-1'], events: ['delete', '-1'], commands: ['delete', '604800000'] };
    expect(kept).toEqual(expected[kind]);
    expect(partitions).toBe(6);
  });

  it('keeps tombstones for a week on every compacted topic of the shop', () => {
    for (const { config } of table.filter(isWholeValue)) expect(config['delete.retention.ms']).toBe('604800000');
  });

  it('names subjects as other tools expect them', () => {
    expect(topics.customer.records.Customer.subject).toBe('customer-value');
    expect(topics.orderEvents.records.OrderPlaced.subject).toBe('order-events-shop.order.OrderPlaced');
  });

  it('is asked by name', () => {
    expect(table.map(({ name }) => topicNamed(name))).toEqual(table);
    expect(topicNamed('no-topic')).toBeUndefined();
  });

  it('knows which topics have the id of an order as their key', () =>
    expect(topicsOfOrders).toEqual(table.filter(({ key }) => /\borderId\b/.test(key)).map(({ name }) => name)));

  it('keeps the note of a relay short: it is read at every start', () =>
    expect(Number(relayTopic('x').config['segment.bytes'])).toBeLessThan(10_000_000));
});

describe('a value', () => {
  it.each(table.filter(isWholeValue))('of $name is of the key it names, and of no other', (topic) => {
    const value = { [topic.key]: 'a' };
    expect([isOfKey(topic, 'a', value), isOfKey(topic, 'b', value), isOfKey(topic, null, value)]).toEqual([
      ...[true, false, false],
    ]);
    expect(valueRecordOf(topic).schema.fields.map(({ name }) => name)).toContain(topic.key);
  });

  it('that is no whole value may be under any key', () =>
    expect(isOfKey(topics.stockEvents, 'a', { orderId: 'b' })).toBe(true));
});

describe('a sample', () => {
  it('is always the same, and says which field is which', () =>
    expect(topics.stockCommands.records.ReserveStock.sample).toEqual({
      orderId: 'orderId',
      lines: [{ productId: 'productId', quantity: 1 }],
      requestedAt: 1769860800000,
    }));

  it('takes a symbol that owners write, and nothing that may be null is', () =>
    expect(topics.order.records.Order.sample).toMatchObject({ status: 'PLACED', reason: 'reason' }));

  it.each(table)('of each version of $name is read in the current schema', (topic) => {
    for (const { record, value } of samplesOf(topic)) {
      expect(Object.keys(value)).toEqual(topic.records[record]!.schema.fields.map(({ name }) => name));
    }
  });
});

describe('a fact', () => {
  it('has the record, key and version', () => {
    const cancelled = { orderId: 'o1', cancelledAt: 1 };
    expect(fact(topics.orderEvents, 'OrderCancelled', 'o1', cancelled, 2)).toEqual({
      topic: topics.orderEvents,
      record: 'OrderCancelled',
      key: 'o1',
      value: cancelled,
      version: 2,
    });
  });

  it('of a deletion has no value, and takes a version', () =>
    expect(tombstone(topics.customer, 'c1', 3)).toMatchObject({
      record: 'Customer',
      key: 'c1',
      value: null,
      version: 3,
    }));

  it('is never a deletion of what happened', () =>
    expect(() => tombstone(topics.orderEvents, 'o1', 3)).toThrow('order-events has no tombstones'));

  it('finds the one record of a whole-value topic', () => {
    expect(valueRecordOf(topics.stock).name).toBe('Stock');
    expect(() => valueRecordOf(topics.orderEvents as unknown as typeof topics.stock)).toThrow('not a whole-value');
  });
});
