import { describe, expect, it } from '@jest/globals';
import { allTopics as table } from '@offset-zero/contracts';
import type { Principal } from '@offset-zero/service';
import { bodyFor, topicsFor, topicsOf, visibleTo } from './visible.ts';

const who = (role: Principal['role'], customerId?: string): Principal => ({
  subject: 's',
  role,
  customerId,
  expiresAt: 0,
});
const record = (topic: string, key: string | null, customerId?: string, isUndecodable = false) => ({
  ...{ topic, key, customerId, isUndecodable },
});
const allTopics = table.map(({ name }) => name);
const all = { topics: new Set(allTopics) };

describe('what a stream shows', () => {
  it.each(allTopics)('of %s, without any role above shopper: only what is for everybody, or his', (topic) => {
    const sees = visibleTo(who('shopper', 'c1'), { topics: new Set(topicsFor('shopper')) });
    const isForAll = topic === 'product' || topic === 'stock';
    expect(sees(record(topic, 'k', 'c2'))).toBe(isForAll);
    expect(sees(record(topic, 'k', 'c1'))).toBe(isForAll || topic === 'order');
    expect(sees(record(topic, 'k'))).toBe(isForAll);
  });

  it('to a shopper who is no customer yet: nobody’s order, not even one that names no customer', () => {
    const sees = visibleTo(who('shopper'), { topics: new Set(['order']) });
    expect(sees(record('order', 'k'))).toBe(false);
    expect(sees(record('order', 'k', 'c1'))).toBe(false);
  });

  it('of an order that was named: its key, in the topics of orders, and nowhere else', () => {
    const wish = { topics: new Set(['product']), order: 'o1' };
    const sees = visibleTo(who('shopper', 'c1'), wish);
    const shown = allTopics.filter((topic) => sees(record(topic, 'o1')));
    expect(shown.sort()).toEqual(['order', 'order-events', 'product', 'stock-commands', 'stock-events']);
    expect(allTopics.filter((topic) => sees(record(topic, 'o2')))).toEqual(['product']);
    expect([...topicsOf(wish)].sort()).toEqual(shown);
  });

  it('of keys: those, and not what has none', () => {
    const sees = visibleTo(who('operator'), { ...all, keys: new Set(['a']) });
    expect([record('stock', 'a'), record('stock', 'b'), record('stock', null)].map(sees)).toEqual([true, false, false]);
  });

  it.each(['shopper', 'clerk', 'operator'] as const)('of bytes that are no value, to a %s', (role) =>
    expect(visibleTo(who(role, 'c1'), all)(record('product', 'k', undefined, true))).toBe(role === 'operator'),
  );

  it('to clerks: customers too; to operators: everything', () => {
    expect(topicsFor('clerk')).toEqual([...topicsFor('shopper'), 'customer']);
    expect(topicsFor('operator')).toEqual(allTopics);
  });

  it.each([
    ['shopper', 'bare'],
    ['clerk', 'body'],
    ['operator', 'body'],
  ] as const)('to a %s: the %s of what has two', (role, shown) => {
    const entry = { body: Buffer.from('body'), bare: Buffer.from('bare') };
    expect(String(bodyFor(who(role))(entry))).toBe(shown);
    expect(bodyFor(who(role))({ body: entry.body })).toBe(entry.body);
  });
});
