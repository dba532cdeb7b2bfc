export interface Arrow {
  id: string;
  from: string;
  to: string;
}

export interface Layering {
  layers: Map<string, number>;
  /** Arrows that close a circle: the only ones that lead back to a lower layer. */
  backward: Set<string>;
}

/**
 * Each node one layer after the last of those it hears from (longest path), once the arrows that close a circle are left
 * out. Those are the ones that a depth-first search finds leading back into its own path; it starts at the nodes that
 * nobody leads to, in the order given, so the same graph always gets the same picture.
 */
export function layersOf(nodes: readonly string[], arrows: readonly Arrow[]): Layering {
  const outgoing = Map.groupBy(arrows, ({ from }) => from);
  const heard = new Set(arrows.map(({ to }) => to));
  const backward = new Set<string>();
  const finished: string[] = [];
  const state = new Map<string, 'open' | 'done'>();

  const visit = (node: string): void => {
    state.set(node, 'open');
    for (const { id, to } of outgoing.get(node) ?? []) {
      if (state.get(to) === 'open') backward.add(id);
      else if (!state.has(to)) visit(to);
    }
    state.set(node, 'done');
    finished.push(node);
  };
  const sourcesFirst = [...nodes].sort((a, b) => Number(heard.has(a)) - Number(heard.has(b)));
  for (const node of sourcesFirst) if (!state.has(node)) visit(node);

  const layers = new Map(nodes.map((node) => [node, 0]));
  for (const node of finished.reverse()) {
    for (const { id, to } of outgoing.get(node) ?? []) {
      if (!backward.has(id)) layers.set(to, Math.max(layers.get(to)!, layers.get(node)! + 1));
    }
  }
  return { layers, backward };
}
