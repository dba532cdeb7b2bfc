import type { Flow, HubMap, HubService, HubTopic, SubscriptionFlow } from '../hub.ts';

export interface ServiceNode {
  id: string;
  kind: 'service';
  service: HubService;
  /** Messages in its outbox; undefined where it has none, or nothing is known. */
  outbox?: number;
}

export interface TopicNode {
  id: string;
  kind: 'topic';
  topic: HubTopic;
  perSecond?: number;
  /** Between the start and the end of its partitions: transaction markers and holes of compaction count too. */
  offsets?: number;
}

export type MapNode = ServiceNode | TopicNode;

/** One arrow: everything that flows between a service and a topic in one direction. Unknown numbers are undefined. */
export interface MapLink {
  id: string;
  from: string;
  to: string;
  kind: 'writes' | 'reads';
  service: string;
  topic: string;
  /** Names of the views that it fills. */
  views: string[];
  /** Whether the service does something because of what it reads here. */
  reacts: boolean;
  perSecond?: number;
  lag?: number;
  parked?: number;
  waiting?: number;
}

export interface Graph {
  nodes: MapNode[];
  links: MapLink[];
}

export const serviceId = (name: string): string => `service:${name}`;
export const topicId = (name: string): string => `topic:${name}`;

/** Services, topics and what flows between them; without `flow` the same picture, with nothing known of how much. */
export function graphOf({ services, topics }: HubMap, flow?: Flow): Graph {
  const known = new Set(topics.map(({ name }) => name));
  const nodes: MapNode[] = [
    ...services.map((service) => serviceNode(service, flow)),
    ...topics.map((topic) => topicNode(topic, flow)),
  ];
  const links = services.flatMap((service) => [...writesOf(service, flow), ...readsOf(service, flow)]);
  return { nodes, links: links.filter(({ topic }) => known.has(topic)) };
}

function serviceNode(service: HubService, flow: Flow | undefined): ServiceNode {
  const outbox = flow?.outboxes.find((each) => each.service === service.name);
  return { id: serviceId(service.name), kind: 'service', service, outbox: outbox?.depth ?? undefined };
}

function topicNode(topic: HubTopic, flow: Flow | undefined): TopicNode {
  const now = flow?.topics.find((each) => each.topic === topic.name);
  const numbers = { perSecond: now?.perSecond ?? undefined, offsets: now?.offsets ?? undefined };
  return { id: topicId(topic.name), kind: 'topic', topic, ...numbers };
}

const writesOf = ({ name, owns, sends }: HubService, flow: Flow | undefined): MapLink[] =>
  [...new Set([...owns, ...sends])].map((topic) => {
    const now = flow?.publishes.find((each) => each.service === name && each.topic === topic);
    return {
      ...{ id: `${name}>${topic}`, from: serviceId(name), to: topicId(topic), kind: 'writes', service: name, topic },
      ...{ views: [], reacts: false, perSecond: now?.perSecond ?? undefined },
    };
  });

function readsOf({ name, keeps, reactsTo }: HubService, flow: Flow | undefined): MapLink[] {
  const topics = new Set([...keeps.map(({ topic }) => topic), ...reactsTo]);
  return [...topics].map((topic) => {
    const now = flow?.subscriptions.filter((each) => each.service === name && each.topic === topic) ?? [];
    return {
      ...{ id: `${topic}>${name}`, from: topicId(topic), to: serviceId(name), kind: 'reads', service: name, topic },
      views: keeps.filter((each) => each.topic === topic).map(({ view }) => view),
      reacts: reactsTo.includes(topic),
      perSecond: sum(now, 'perSecond'),
      lag: sum(now, 'lag'),
      parked: sum(now, 'parked'),
      waiting: sum(now, 'waiting'),
    };
  });
}

type Count = 'perSecond' | 'lag' | 'parked' | 'waiting';

/** Unknown as soon as one of them is: a sum that leaves something out would be too small. */
function sum(items: readonly SubscriptionFlow[], count: Count): number | undefined {
  const numbers = items.flatMap((item) => item[count] ?? []);
  return numbers.length > 0 && numbers.length === items.length ? numbers.reduce((a, b) => a + b) : undefined;
}
