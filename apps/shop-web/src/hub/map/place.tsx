import { IconBolt, IconChecklist, IconMail, IconServer2, IconStack2 } from '@tabler/icons-react';
import { Handle, type Node, type NodeProps, Position } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import { HealthMark } from '../health-mark.tsx';
import { useNumbers } from '../use-numbers.ts';
import type { MapNode, ServiceNode, TopicNode } from './graph.ts';
import { serviceHealth } from '../health.ts';
import type { Measures } from './layout.ts';
import css from './picture.module.css';

export interface PlaceNode extends Record<string, unknown> {
  node: MapNode;
  direction: Measures['direction'];
}

const SIDES = { right: [Position.Left, Position.Right], down: [Position.Top, Position.Bottom] } as const;

/** A service or a topic in the picture. */
export function MapPlace({ data: { node, direction }, selected }: NodeProps<Node<PlaceNode>>) {
  const [inSide, outSide] = SIDES[direction];
  return (
    <div className={css.place} data-kind={node.kind} data-selected={selected || undefined}>
      <Handle type="target" position={inSide} className={css.handle} isConnectable={false} />
      {node.kind === 'service' ? <Service node={node} /> : <Topic node={node} />}
      <Handle type="source" position={outSide} className={css.handle} isConnectable={false} />
    </div>
  );
}

function Service({ node }: { node: ServiceNode }) {
  const { t } = useTranslation('hub');
  return (
    <>
      <span className={css.name}>
        <IconServer2 size={16} aria-hidden /> {node.service.name}
      </span>
      <span className={css.facts}>
        <HealthMark health={serviceHealth(node)} />
        {!!node.outbox && <span>{t('map.outbox', { count: node.outbox })}</span>}
      </span>
    </>
  );
}

const ICONS = { 'whole-value': IconStack2, events: IconBolt, commands: IconMail } as const;

function Topic({ node: { topic, perSecond } }: { node: TopicNode }) {
  const { t } = useTranslation('hub');
  const { rate } = useNumbers();
  const Icon = ICONS[topic.kind] ?? IconChecklist;
  return (
    <>
      <span className={css.name}>
        <Icon size={16} aria-hidden /> {topic.name}
      </span>
      <span className={css.facts}>
        <span>{t(`kind.${topic.kind}`)}</span>
        {!!perSecond && <span>{rate(perSecond)}</span>}
      </span>
    </>
  );
}
