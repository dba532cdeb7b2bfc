import { type Arrow, layersOf } from './layers.ts';
import { type Cell, rowsOf } from './rows.ts';

export interface Point {
  x: number;
  y: number;
}

/** Pixels. `along` is where things flow to, `across` the other way. */
export interface Measures {
  direction: 'right' | 'down';
  node: { width: number; height: number };
  /** Between two layers, and between two neighbours in one. */
  gap: { along: number; across: number };
}

export interface Layout {
  /** The upper left corner of each node. */
  nodes: Map<string, Point>;
  /** The points of each arrow, in pairs that are joined by a curve; `backward` ones have corners instead. */
  routes: Map<string, { points: Point[]; backward: boolean }>;
  /** What nodes and arrows take. */
  bounds: { x: number; y: number; width: number; height: number };
}

const PASSAGE = 20;
const LANE = 26;

/** A picture from left to right, or from top to bottom, that is the same for the same graph. */
export function layOut(nodes: readonly string[], arrows: readonly Arrow[], measures: Measures): Layout {
  const { direction, node, gap } = measures;
  const [along, across] = direction === 'right' ? [node.width, node.height] : [node.height, node.width];
  const layering = layersOf(nodes, arrows);
  const { layers, runs } = rowsOf(nodes, arrows, layering);
  const at = (a: number, c: number): Point => (direction === 'right' ? { x: a, y: c } : { x: c, y: a });

  const sizeOf = (cell: Cell): number => (cell.arrow === undefined ? across : PASSAGE);
  const lengths = layers.map((cells) => total(cells.map(sizeOf)) + gap.across * Math.max(0, cells.length - 1));
  const longest = Math.max(0, ...lengths);
  const middles = new Map<string, { along: number; across: number }>();
  layers.forEach((cells, layer) => {
    let next = (longest - lengths[layer]!) / 2;
    for (const cell of cells) {
      middles.set(cell.id, { along: layer * (along + gap.along), across: next + sizeOf(cell) / 2 });
      next += sizeOf(cell) + gap.across;
    }
  });

  const routes: Layout['routes'] = new Map();
  for (const [id, run] of runs) {
    const places = run.map((cell) => middles.get(cell)!);
    const points = places.flatMap((place, index) => [
      ...(index > 0 ? [at(place.along, place.across)] : []),
      ...(index < places.length - 1 ? [at(place.along + along, place.across)] : []),
    ]);
    routes.set(id, { points, backward: false });
  }
  let lane = longest;
  for (const { id, from, to } of arrows) {
    if (!layering.backward.has(id)) continue;
    const [start, end] = [middles.get(from)!, middles.get(to)!];
    lane += LANE;
    const [out, back] = [start.along + along + gap.along / 3, end.along - gap.along / 3];
    const points = [
      ...[at(start.along + along, start.across), at(out, start.across), at(out, lane)],
      ...[at(back, lane), at(back, end.across), at(end.along, end.across)],
    ];
    routes.set(id, { points, backward: true });
  }

  const corner = (id: string): Point => {
    const middle = middles.get(id)!;
    return at(middle.along, middle.across - across / 2);
  };
  const places = new Map(nodes.map((id) => [id, corner(id)]));
  return { nodes: places, routes, bounds: boundsOf(places, routes, node) };
}

function boundsOf(places: Layout['nodes'], routes: Layout['routes'], { width, height }: Measures['node']) {
  const corners = [...places.values()].flatMap(({ x, y }) => [
    { x, y },
    { x: x + width, y: y + height },
  ]);
  const points = [...corners, ...[...routes.values()].flatMap((route) => route.points)];
  if (points.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

const total = (numbers: number[]): number => numbers.reduce((sum, number) => sum + number, 0);
