import { describe, expect, it } from '@jest/globals';
import { Metrics } from './metrics.ts';
import { metricTable } from './table.ts';

const shown = async (metrics: Metrics) => (await metrics.registry.metrics()).split('\n');
const UNITS = /_(seconds|messages|rows|streams|offset|info|total)$/;
/** States, and one number of calls whose name says what it counts. */
const WITHOUT_UNIT = [
  ...['service_ready', 'service_degraded', 'view_ready', 'relay_active', 'relay_failing'],
  ...['consumer_state', 'consumer_caught_up', 'upstream_circuit', 'upstream_in_flight', 'live_reading'],
];

describe('a number', () => {
  it('is read when somebody asks, with its labels and the service', async () => {
    const metrics = new Metrics('shop');
    let value = 1;
    metrics.reading('view_ready', () => [[{ view: 'customers' }, value]]);
    value = 0;
    expect(await shown(metrics)).toContain('view_ready{view="customers",service="shop"} 0');
  });

  it('counts on from what the service has counted: twice read is not twice counted', async () => {
    const metrics = new Metrics('shop');
    metrics.reading('relay_published_rows_total', () => [[{ topic: 'order' }, 7]]);
    await Promise.all([shown(metrics), shown(metrics)]);
    expect(await shown(metrics)).toContain('relay_published_rows_total{topic="order",service="shop"} 7');
  });

  it.each([
    ['fails', () => Promise.reject(new Error('no database'))],
    ['hangs', () => new Promise<never>(() => {})],
  ])('is left out when its reading %s, and the others are shown', async (_, read) => {
    const unread: string[] = [];
    const metrics = new Metrics('shop', (name) => unread.push(name));
    metrics.reading('outbox_rows', read);
    metrics.reading('relay_active', () => [[{}, 1]]);
    const lines = await shown(metrics);
    expect(lines).toContain('relay_active{service="shop"} 1');
    expect(lines.filter((line) => line.startsWith('outbox_rows'))).toEqual([]);
    expect(unread).toEqual(['outbox_rows']);
  });

  it('of a duration falls into buckets', async () => {
    const metrics = new Metrics('shop');
    metrics.timing('relay_batch_duration_seconds')({}, 0.02);
    const lines = await shown(metrics);
    expect(lines).toContain('relay_batch_duration_seconds_bucket{le="0.01",service="shop"} 0');
    expect(lines).toContain('relay_batch_duration_seconds_bucket{le="0.025",service="shop"} 1');
  });
});

describe.each(Object.entries(metricTable))('the declaration of %s', (name, { type, help }) => {
  it('follows the conventions of Prometheus', () => {
    expect(name).toMatch(/^[a-z]+(_[a-z]+)+$/);
    expect(name.endsWith('_total')).toBe(type === 'counter');
    if (!WITHOUT_UNIT.includes(name)) expect(name).toMatch(UNITS);
    expect(help).toMatch(/^[A-Z0-9].{10,}[^.]$/);
  });
});
