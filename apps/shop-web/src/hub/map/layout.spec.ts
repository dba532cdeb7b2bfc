import { describe, expect, it } from '@jest/globals';
import type { Arrow } from './layers.ts';
import { layOut, type Measures } from './layout.ts';

const shop: Arrow[] = [
  ...[
    'customers>customer',
    'products>product',
    'customer>orders',
    'product>orders',
    'product>stock',
    'customer>search',
  ],
  ...['orders>order', 'orders>commands', 'commands>stock', 'stock>stocks', 'stock>events', 'events>orders'],
].map((id) => ({ id, from: id.split('>')[0]!, to: id.split('>')[1]! }));
const nodes = [...new Set(shop.flatMap(({ from, to }) => [from, to])), 'gateway'];

const right: Measures = { direction: 'right', node: { width: 100, height: 40 }, gap: { along: 60, across: 20 } };
const down: Measures = { ...right, direction: 'down' };

const overlaps = (a: { x: number; y: number }, b: { x: number; y: number }): boolean =>
  Math.abs(a.x - b.x) < 100 && Math.abs(a.y - b.y) < 40;

describe.each([right, down])('a picture to the $direction', (measures) => {
  const layout = layOut(nodes, shop, measures);
  const places = [...layout.nodes.values()];

  it('puts no node on another', () =>
    expect(places.flatMap((a, i) => places.slice(i + 1).filter((b) => overlaps(a, b)))).toEqual([]));

  it('says how much room nodes and arrows take', () => {
    const { x, y, width, height } = layout.bounds;
    const corners = places.map((place) => ({ x: place.x + 100, y: place.y + 40 }));
    for (const point of [...places, ...corners, ...[...layout.routes.values()].flatMap(({ points }) => points)]) {
      expect(point.x).toBeGreaterThanOrEqual(x);
      expect(point.y).toBeGreaterThanOrEqual(y);
      expect(point.x).toBeLessThanOrEqual(x + width);
      expect(point.y).toBeLessThanOrEqual(y + height);
    }
  });

  it('leads every arrow from an edge of its node to an edge of the other', () => {
    for (const { id, from, to } of shop) {
      const { points } = layout.routes.get(id)!;
      const [start, end] = [layout.nodes.get(from)!, layout.nodes.get(to)!];
      const out =
        measures.direction === 'right' ? { x: start.x + 100, y: start.y + 20 } : { x: start.x + 50, y: start.y + 40 };
      const into = measures.direction === 'right' ? { x: end.x, y: end.y + 20 } : { x: end.x + 50, y: end.y };
      expect([id, points[0], points.at(-1)]).toEqual([id, out, into]);
    }
  });

  it('leads the one way back around everything else', () => {
    expect([...layout.routes].filter(([, { backward }]) => backward).map(([id]) => id)).toEqual(['events>orders']);
    const { points } = layout.routes.get('events>orders')!;
    const [across, size] = measures.direction === 'right' ? (['y', 40] as const) : (['x', 100] as const);
    const outermost = Math.max(...places.map((place) => place[across] + size));
    expect(points[2]![across]).toBeGreaterThan(outermost);
  });

  it('is the same every time', () => expect(layOut(nodes, shop, measures)).toEqual(layout));
});

it('a long arrow passes between the nodes of the layers in between', () => {
  const chain = ['a>b', 'b>c', 'a>c'].map((id) => ({ id, from: id[0]!, to: id[2]! }));
  const { nodes: places, routes } = layOut(['a', 'b', 'c'], chain, right);
  const between = routes.get('a>c')!.points.filter(({ x }) => x >= places.get('b')!.x && x <= places.get('b')!.x + 100);
  expect(between).toHaveLength(2);
  for (const { y } of between) expect(Math.abs(y - places.get('b')!.y - 20)).toBeGreaterThan(20);
});
