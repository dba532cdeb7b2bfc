import { useMediaQuery } from '@mantine/hooks';
import { Controls, ReactFlow, type Edge, type Node } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useTranslation } from 'react-i18next';
import { LinkArrow, type LinkEdge } from './arrow.view.tsx';
import type { Graph, MapLink } from './graph.ts';
import { layOut, type Measures } from './layout.ts';
import { MapPlace, type PlaceNode } from './place.view.tsx';
import css from './picture.module.css';

const WIDE: Measures = { direction: 'right', node: { width: 188, height: 74 }, gap: { along: 104, across: 26 } };
const NARROW: Measures = { direction: 'down', node: { width: 150, height: 74 }, gap: { along: 72, across: 18 } };

const nodeTypes = { place: MapPlace };
const edgeTypes = { link: LinkArrow };

interface PictureProps {
  graph: Graph;
  selected?: string;
  onSelect(id: string | undefined): void;
}

/** The picture of services, topics and what flows. The tables beside it say the same in words. */
export default function Picture({ graph, selected, onSelect }: PictureProps) {
  const { t } = useTranslation('hub');
  const measures = useMediaQuery('(max-width: 62em)') ? NARROW : WIDE;
  const ids = graph.nodes.map(({ id }) => id);
  const layout = layOut(ids, graph.links, measures);
  const nodes = graph.nodes.map((node): Node<PlaceNode, 'place'> => ({
    ...{ id: node.id, type: 'place', position: layout.nodes.get(node.id)!, ...measures.node },
    ...{ data: { node, direction: measures.direction }, selected: node.id === selected },
    ariaRole: 'button',
    ariaLabel:
      node.kind === 'service'
        ? t('map.service', { name: node.service.name })
        : t('map.topic', { name: node.topic.name }),
  }));
  const edges = graph.links.map((link): Edge<LinkEdge, 'link'> => ({
    ...{ id: link.id, type: 'link', source: link.from, target: link.to, focusable: false, selectable: false },
    data: { link, route: layout.routes.get(link.id)!, direction: measures.direction, faded: isFaded(link, selected) },
  }));
  return (
    <div className={css.frame} style={{ aspectRatio: `${layout.width + 60} / ${layout.height + 60}` }}>
      <ReactFlow
        key={`${measures.direction} ${ids.join(' ')}`}
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodeClick={(_, { id }) => onSelect(id)}
        onPaneClick={() => onSelect(undefined)}
        onSelectionChange={({ nodes: [first] }) => first && first.id !== selected && onSelect(first.id)}
        fitView
        fitViewOptions={{ padding: 0.03 }}
        minZoom={0.3}
        maxZoom={2}
        nodesDraggable={false}
        nodesConnectable={false}
        zoomOnScroll={false}
        preventScrolling={false}
        proOptions={{ hideAttribution: false }}
        ariaLabelConfig={{
          'node.a11yDescription.default': t('map.nodeHelp'),
          'controls.ariaLabel': t('map.controls'),
          'controls.zoomIn.ariaLabel': t('map.zoomIn'),
          'controls.zoomOut.ariaLabel': t('map.zoomOut'),
          'controls.fitView.ariaLabel': t('map.fitView'),
        }}
      >
        <Controls showInteractive={false} className={css.controls} />
      </ReactFlow>
    </div>
  );
}

const isFaded = ({ from, to }: MapLink, selected: string | undefined): boolean =>
  selected !== undefined && from !== selected && to !== selected;
