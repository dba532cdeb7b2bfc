import { useMediaQuery } from '@mantine/hooks';
import { Controls, type Edge, type Node, type NodeChange, Position, ReactFlow } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useTranslation } from 'react-i18next';
import { LinkArrow, type LinkEdge } from './arrow.tsx';
import type { Graph, MapLink } from './graph.ts';
import { type Layout, layOut, type Measures } from './layout.ts';
import { MapPlace, type PlaceNode } from './place.tsx';
import css from './picture.module.css';

const WIDE: Measures = { direction: 'right', node: { width: 176, height: 70 }, gap: { along: 72, across: 24 } };
const NARROW: Measures = { direction: 'down', node: { width: 140, height: 62 }, gap: { along: 58, across: 10 } };

/** Else the picture is fitted into the frame of the other direction first. */
const AT_ONCE = { getInitialValueInEffect: false };

const nodeTypes = { place: MapPlace, ground: () => null };
const edgeTypes = { link: LinkArrow };

interface PictureProps {
  graph: Graph;
  selected?: string;
  onSelect(id: string | undefined): void;
}

/** The picture of services, topics and what flows. The tables beside it say the same in words. */
export default function Picture({ graph, selected, onSelect }: PictureProps) {
  const { t } = useTranslation('hub');
  const measures = useMediaQuery('(max-width: 62em)', undefined, AT_ONCE) ? NARROW : WIDE;
  const ids = graph.nodes.map(({ id }) => id);
  const layout = layOut(ids, graph.links, measures);
  const nodes = graph.nodes.map((node): Node<PlaceNode, 'place'> => ({
    ...{ id: node.id, type: 'place', position: layout.nodes.get(node.id)!, ...measures.node },
    ...{ measured: measures.node, handles: handlesOf(measures) },
    ...{ data: { node, direction: measures.direction }, selected: node.id === selected },
    ariaRole: 'button',
  }));
  const edges = graph.links.map((link): Edge<LinkEdge, 'link'> => ({
    ...{ id: link.id, type: 'link', source: link.from, target: link.to, focusable: false, selectable: false },
    data: { link, route: layout.routes.get(link.id)!, direction: measures.direction, faded: isFaded(link, selected) },
  }));
  return (
    <div className={css.frame} style={{ aspectRatio: `${layout.bounds.width + 40} / ${layout.bounds.height + 90}` }}>
      <ReactFlow
        key={`${measures.direction} ${ids.join(' ')}`}
        nodes={[groundOf(layout.bounds), ...nodes]}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={(changes) => chosenBy(changes).forEach(onSelect)}
        onPaneClick={() => onSelect(undefined)}
        fitView
        fitViewOptions={{ padding: { x: '20px', top: '20px', bottom: '48px' } }}
        minZoom={0.3}
        maxZoom={2}
        nodesDraggable={false}
        nodesConnectable={false}
        zoomOnScroll={false}
        preventScrolling={false}
        attributionPosition="bottom-left"
        ariaLabelConfig={{
          'node.a11yDescription.default': t('map.nodeHelp'),
          'controls.ariaLabel': t('map.controls'),
          'controls.zoomIn.ariaLabel': t('map.zoomIn'),
          'controls.zoomOut.ariaLabel': t('map.zoomOut'),
          'controls.fitView.ariaLabel': t('map.fitView'),
        }}
      >
        <Controls showInteractive={false} orientation="horizontal" position="bottom-right" className={css.controls} />
      </ReactFlow>
    </div>
  );
}

/** Nothing to be seen: the room that arrows take too, which is what has to fit. */
const groundOf = ({ x, y, width, height }: Layout['bounds']): Node<PlaceNode, 'ground'> => ({
  ...{ id: 'ground', type: 'ground', position: { x, y }, width, height, measured: { width, height } },
  ...{ data: {} as PlaceNode, selectable: false, focusable: false, style: { pointerEvents: 'none' } },
});

/** Where arrows leave and arrive, told instead of measured: the picture is right when it is first drawn. */
const handlesOf = ({ direction, node: { width, height } }: Measures): Node['handles'] =>
  direction === 'right'
    ? [
        { type: 'target', position: Position.Left, x: 0, y: height / 2 },
        { type: 'source', position: Position.Right, x: width, y: height / 2 },
      ]
    : [
        { type: 'target', position: Position.Top, x: width / 2, y: 0 },
        { type: 'source', position: Position.Bottom, x: width / 2, y: height },
      ];

/** By a click, or by Enter and space on the node that has the focus. */
const chosenBy = (changes: readonly NodeChange[]): string[] =>
  changes.flatMap((change) => (change.type === 'select' && change.selected ? change.id : []));

const isFaded = ({ from, to }: MapLink, selected: string | undefined): boolean =>
  selected !== undefined && from !== selected && to !== selected;
