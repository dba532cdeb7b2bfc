import type { Arrow, Layering } from './layers.ts';

/** A place in a layer: a node, or the passage of an arrow that goes on to a later layer. */
export interface Cell {
  id: string;
  /** The arrow that passes; a node has none. */
  arrow?: string;
}

/** The cells of each layer in order, and which of them follow each other. */
export interface Grid {
  layers: Cell[][];
  /** The cells that each forward arrow runs through, its two ends included. */
  runs: Map<string, string[]>;
}

const SWEEPS = 8;

/**
 * Sugiyama, Tagawa and Toda (1981): arrows longer than a layer get a cell in each layer they pass, then every layer is
 * ordered by the mean place of its neighbours, forth and back.
 */
export function rowsOf(nodes: readonly string[], arrows: readonly Arrow[], layering: Layering): Grid {
  const grid = withPassages(nodes, arrows, layering);
  const pairs = [...grid.runs.values()].flatMap((run) => run.slice(1).map((to, index) => ({ from: run[index]!, to })));
  const before = Map.groupBy(pairs, ({ to }) => to);
  const after = Map.groupBy(pairs, ({ from }) => from);
  const sideOf = (cell: string, forth: boolean): string[] =>
    forth ? (before.get(cell) ?? []).map(({ from }) => from) : (after.get(cell) ?? []).map(({ to }) => to);

  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const forth = sweep % 2 === 0;
    for (const cells of forth ? grid.layers : grid.layers.toReversed()) {
      const place = placesIn(grid.layers);
      const wish = (cell: Cell): number =>
        mean(sideOf(cell.id, forth).map((id) => place.get(id)!)) ?? place.get(cell.id)!;
      const wishes = new Map(cells.map((cell) => [cell.id, wish(cell)]));
      cells.sort((a, b) => wishes.get(a.id)! - wishes.get(b.id)!);
    }
  }
  return grid;
}

function withPassages(nodes: readonly string[], arrows: readonly Arrow[], { layers, backward }: Layering): Grid {
  const count = Math.max(-1, ...layers.values()) + 1;
  const grid: Cell[][] = Array.from({ length: count }, () => []);
  for (const id of nodes) grid[layers.get(id)!]!.push({ id });
  const runs = new Map<string, string[]>();
  for (const { id, from, to } of arrows) {
    if (backward.has(id)) continue;
    const [start, end] = [layers.get(from)!, layers.get(to)!];
    const passages = Array.from({ length: end - start - 1 }, (_, index) => `${id}@${start + 1 + index}`);
    passages.forEach((cell, index) => grid[start + 1 + index]!.push({ id: cell, arrow: id }));
    runs.set(id, [from, ...passages, to]);
  }
  return { layers: grid, runs };
}

/** Where each cell stands in its layer, from 0 to 1, so that layers of different length can be compared. */
function placesIn(layers: readonly Cell[][]): Map<string, number> {
  return new Map(layers.flatMap((cells) => cells.map(({ id }, index) => [id, (index + 0.5) / cells.length] as const)));
}

const mean = (numbers: number[]): number | undefined =>
  numbers.length === 0 ? undefined : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
