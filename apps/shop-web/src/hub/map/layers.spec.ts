import { describe, expect, it } from '@jest/globals';
import { type Arrow, layersOf } from './layers.ts';

const arrows = (...pairs: string[]): Arrow[] =>
  pairs.map((pair) => ({ id: pair, from: pair.split('>')[0]!, to: pair.split('>')[1]! }));

describe('the layers of a graph', () => {
  it('put a node behind all that lead to it, however short the other ways are', () => {
    const { layers, backward } = layersOf(['a', 'b', 'c', 'd'], arrows('a>d', 'a>b', 'b>c', 'c>d'));
    expect(Object.fromEntries(layers)).toEqual({ a: 0, b: 1, c: 2, d: 3 });
    expect(backward.size).toBe(0);
  });

  it('leave out the one arrow that closes a circle', () => {
    const circle = arrows('orders>commands', 'commands>stock', 'stock>events', 'events>orders', 'customers>orders');
    const { layers, backward } = layersOf(['orders', 'stock', 'commands', 'events', 'customers'], circle);
    expect([...backward]).toEqual(['events>orders']);
    expect(Object.fromEntries(layers)).toEqual({ customers: 0, orders: 1, commands: 2, stock: 3, events: 4 });
  });

  it('take a circle that nobody leads into, and an arrow to itself', () => {
    const { layers, backward } = layersOf(['a', 'b', 'c'], arrows('a>b', 'b>a', 'c>c'));
    expect([...backward].sort()).toEqual(['b>a', 'c>c']);
    expect(Object.fromEntries(layers)).toEqual({ a: 0, b: 1, c: 0 });
  });

  it('are none of an empty graph', () => expect(layersOf([], []).layers.size).toBe(0));
});
