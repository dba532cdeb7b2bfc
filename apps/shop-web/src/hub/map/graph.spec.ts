import { describe, expect, it } from '@jest/globals';
import type { Flow, HubMap, SubscriptionFlow } from '../hub.ts';
import { graphOf } from './graph.ts';
import { linkHealth } from '../health.ts';

const service = { summary: '', state: 'up' as const, degraded: [], owns: [], sends: [], keeps: [], reactsTo: [] };
const topic = (name: string) =>
  ({ name, kind: 'events', key: '', owner: '', summary: '', partitions: 6, records: [] }) as const;
const map: HubMap = {
  services: [
    { ...service, name: 'orders', owns: ['order'], sends: ['commands'], reactsTo: ['answers'] },
    { ...service, name: 'search', keeps: ['a', 'b'].map((view) => ({ view, topic: 'order', subscription: view })) },
  ],
  topics: [topic('order') as never, topic('commands') as never, topic('answers') as never],
};

const subscription = (name: string, more: Partial<SubscriptionFlow>): SubscriptionFlow => ({
  ...{ service: 'search', subscription: name, topic: 'order', kind: 'view', state: 'running' },
  ...{ lag: 1, lagSeconds: 0, perSecond: 2, parked: 0, waiting: 0, ready: true, ...more },
});
const flow: Flow = {
  ...{ at: '', kafka: 'up', every: 2, topics: [], outboxes: [], views: [] },
  publishes: [{ service: 'orders', topic: 'order', perSecond: 4 }],
  subscriptions: [subscription('a', {}), subscription('b', { lag: 3, parked: 1 })],
};
const linkIn = (graph: ReturnType<typeof graphOf>, id: string) => graph.links.find((link) => link.id === id);

describe('the graph of services and topics', () => {
  it('has an arrow for each way between a service and a topic', () =>
    expect(graphOf(map).links.map(({ id }) => id)).toEqual([
      ...['orders>order', 'orders>commands', 'answers>orders', 'order>search'],
    ]));

  it('adds up what the views of one topic do', () =>
    expect(linkIn(graphOf(map, flow), 'order>search')).toMatchObject({
      views: ['a', 'b'],
      reacts: false,
      perSecond: 4,
      lag: 4,
      parked: 1,
    }));

  it('does not add up what is not all known', () => {
    const away = { ...flow, subscriptions: [subscription('a', {}), subscription('b', { lag: null })] };
    expect(linkIn(graphOf(map, away), 'order>search')).toMatchObject({ lag: undefined, perSecond: 4 });
  });

  it('tells on the arrow from a service what this service publishes', () => {
    expect(linkIn(graphOf(map, flow), 'orders>order')?.perSecond).toBe(4);
    expect(linkIn(graphOf(map, flow), 'orders>commands')?.perSecond).toBeUndefined();
  });

  it('leaves out arrows to topics that nobody has told of', () =>
    expect(graphOf({ ...map, topics: [] }).links).toEqual([]));
});

describe('the health of an arrow', () => {
  it.each([
    [{ kind: 'reads', parked: 1, lag: 5 }, 'parked'],
    [{ kind: 'reads', parked: 0, lag: 5 }, 'behind'],
    [{ kind: 'reads', parked: 0, lag: 0 }, 'fine'],
    [{ kind: 'reads', parked: undefined, lag: 0 }, 'unknown'],
    [{ kind: 'writes', parked: undefined, lag: undefined }, 'fine'],
  ] as const)('of %j is %s', (link, health) => expect(linkHealth(link)).toBe(health));
});
