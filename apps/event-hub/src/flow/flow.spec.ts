import { describe, expect, it } from '@jest/globals';
import type { ManifestBody } from '@offset-zero/service';
import { onMap } from '../map/map.ts';
import type { Sample } from '../samples/sample.ts';
import type { ServiceSample } from '../samples/service-sample.ts';
import { flow } from './flow.ts';
import { history } from './history.ts';
import { progressOf } from './progress.ts';

const manifest: ManifestBody = {
  ...{ name: 'stock-service', summary: '', owns: ['stock'], sends: [], reactsTo: ['stock-commands'] },
  keeps: [{ view: 'products', topic: 'product', subscription: 'products_1' }],
};
const said = (published: number, lag: number): ServiceSample => ({
  ...{ startedAt: 0, ready: true, degraded: [], outbox: { depth: 2, oldestSeconds: 1 } },
  published: new Map([['stock', published]]),
  subscriptions: ['products_1', 'stock-commands'].map((name) => ({
    ...{ name, topic: name, state: 'running', lag, handled: published, parked: 0, waiting: 0, caughtUp: true },
    next: new Map([[0, 5]]),
  })),
});
const at = (seconds: number, service?: ServiceSample): Sample => ({
  ...{ since: seconds * 1_000, at: seconds * 1_000 },
  services: new Map(service ? [['stock-service', service]] : []),
  ends: new Map([['product', [{ partition: 0, low: 0, high: 10 }]]]),
});
const now = (...samples: Sample[]) => flow(samples, [manifest], ['stock', 'product', 'order']);

describe('the flow', () => {
  it('has rates on its arrows, and what waits where', () => {
    const { publishes, subscriptions, views, outboxes, topics } = now(at(0, said(0, 0)), at(2, said(8, 3)));
    expect(publishes).toEqual([{ service: 'stock-service', topic: 'stock', perSecond: 4 }]);
    expect(subscriptions[1]).toMatchObject({ subscription: 'stock-commands', kind: 'reaction', perSecond: 4, lag: 3 });
    expect(views).toMatchObject([{ view: 'products', progress: 0.5, lag: 3, ready: true }]);
    expect(outboxes).toEqual([{ service: 'stock-service', depth: 2, oldestSeconds: 1 }]);
    expect(topics[0]).toEqual({ topic: 'stock', offsets: null, perSecond: 4 });
    expect(topics[1]).toMatchObject({ topic: 'product', offsets: 10 });
  });

  it('says nothing of a service that is away', () => {
    const { subscriptions, views, outboxes, topics } = now(at(0, said(0, 0)), at(2));
    expect(subscriptions[0]).toMatchObject({ state: 'away', lag: null, perSecond: null, ready: null });
    expect(views[0]).toMatchObject({ progress: null });
    expect(outboxes[0]).toMatchObject({ depth: null });
    expect(topics[0]!.perSecond).toBeNull();
  });
});

describe('the history', () => {
  const told = (now: number, ...samples: Sample[]) =>
    history(samples, [manifest], ['stock'], { minutes: 1, now: now * 1_000 });

  it('has a point every two seconds, each from the sample before it', () => {
    const { every, series, to } = told(61, at(0, said(0, 1)), at(57, said(0, 7)));
    expect([every, Date.parse(to)]).toEqual([2, 60_000]);
    const { points } = series.find(({ subscription }) => subscription === 'stock-commands')!;
    expect(points).toHaveLength(30);
    expect(points.slice(0, 5)).toEqual([1, 1, 1, null, null]);
    expect(points.slice(-3)).toEqual([null, 7, 7]);
  });

  it('has a gap where a service was away', () => {
    const { series } = told(60, at(54, said(0, 7)), at(57), at(59, said(0, 8)));
    expect(series.find(({ kind }) => kind === 'lag')!.points.slice(-4)).toEqual([7, 7, null, 8]);
  });
});

describe('the progress of a view', () => {
  const ends = [
    { partition: 0, low: 0, high: 30 },
    { partition: 1, low: 10, high: 20 },
  ];
  it('is how much of the log it has read', () => {
    expect(progressOf(ends, new Map([[0, 30], [1, 10]]))).toBe(0.75); // prettier-ignore
    expect(progressOf(ends, new Map())).toBe(0);
  });
  it('is never more than all, and all of nothing', () => {
    expect(progressOf(ends, new Map([[0, 99], [1, 99]]))).toBe(1); // prettier-ignore
    expect(progressOf([], new Map())).toBe(1);
  });
  it('is not all while one record is left', () => {
    const long = [{ partition: 0, low: 0, high: 100_000 }];
    expect(progressOf(long, new Map([[0, 99_999]]))).toBeLessThan(1);
  });
});

describe('a service on the map', () => {
  const state = (service: ServiceSample | undefined) => onMap('stock-service', manifest, service).state;

  it('is up when it is well, and while it catches up', () => {
    expect(state(said(0, 0))).toBe('up');
    expect(state({ ...said(0, 9), degraded: ['lag'] })).toBe('up');
  });
  it('is degraded when something waits for somebody, or it takes no traffic', () => {
    expect(state({ ...said(0, 0), degraded: ['lag', 'parked'] })).toBe('degraded');
    expect(onMap('s', manifest, { ...said(0, 0), ready: false }).degraded).toEqual(['not-ready']);
  });
  it('is away when it does not answer, even if it never has', () => {
    expect(state(undefined)).toBe('away');
    expect(onMap('new', undefined, undefined)).toMatchObject({ state: 'away', owns: [], keeps: [] });
  });
});
