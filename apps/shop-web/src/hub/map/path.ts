import type { Layout, Measures, Point } from './layout.ts';

type Route = NonNullable<ReturnType<Layout['routes']['get']>>;

const RADIUS = 12;

/** An SVG path along a route: curves that leave and arrive in the direction of the flow, corners on the way back. */
export function pathOf({ points, backward }: Route, direction: Measures['direction']): string {
  return backward ? withRoundCorners(points) : withCurves(points, direction);
}

/** Where an arrow's label belongs: between its first two points where it leaves a service, its last two where it arrives. */
export function labelOf({ points, backward }: Route, near: 'start' | 'end'): Point {
  if (backward) return middle(points[2]!, points[3]!);
  return near === 'start' ? middle(points[0]!, points[1]!) : middle(points.at(-2)!, points.at(-1)!);
}

function withCurves(points: readonly Point[], direction: Measures['direction']): string {
  const [start, ...rest] = points as [Point, ...Point[]];
  let last = start;
  const curves = rest.map((to) => {
    const { x, y } = middle(last, to);
    const [a, b] = direction === 'right' ? [`${x} ${last.y}`, `${x} ${to.y}`] : [`${last.x} ${y}`, `${to.x} ${y}`];
    last = to;
    return `C ${a} ${b} ${to.x} ${to.y}`;
  });
  return [`M ${start.x} ${start.y}`, ...curves].join(' ');
}

function withRoundCorners(points: readonly Point[]): string {
  const corners = points.slice(1, -1).map((corner, index) => {
    const [a, b] = [towards(corner, points[index]!), towards(corner, points[index + 2]!)];
    return `L ${a.x} ${a.y} Q ${corner.x} ${corner.y} ${b.x} ${b.y}`;
  });
  const [start, end] = [points[0]!, points.at(-1)!];
  return [`M ${start.x} ${start.y}`, ...corners, `L ${end.x} ${end.y}`].join(' ');
}

function towards(from: Point, to: Point): Point {
  const distance = Math.hypot(to.x - from.x, to.y - from.y);
  const part = distance === 0 ? 0 : Math.min(RADIUS, distance / 2) / distance;
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
