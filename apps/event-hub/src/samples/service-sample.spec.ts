import { describe, expect, it } from '@jest/globals';
import { metricsIn } from './metrics.ts';
import { serviceSample } from './service-sample.ts';

const PAGE = `
# HELP service_ready 1 while the service may take HTTP traffic
# TYPE service_ready gauge
service_ready{service="order-service"} 1
service_degraded{code="lag",service="order-service"} 1
process_start_time_seconds{service="order-service"} 1795253984
outbox_rows{service="order-service"} 3
outbox_oldest_seconds{service="order-service"} 1.5
relay_published_rows_total{topic="order",service="order-service"} 40
relay_published_rows_total{topic="stock-commands",service="order-service"} 20
consumer_state{subscription="stock-events",topic="stock-events",state="running",service="order-service"} 0
consumer_state{subscription="stock-events",topic="stock-events",state="waiting",service="order-service"} 1
consumer_lag_messages{subscription="stock-events",topic="stock-events",service="order-service"} 7
consumer_lag_seconds{subscription="stock-events",topic="stock-events",service="order-service"} 0.25
consumer_handled_messages_total{subscription="stock-events",topic="stock-events",service="order-service"} 99
consumer_parked_messages{subscription="stock-events",topic="stock-events",service="order-service"} 2
consumer_waiting_messages{subscription="stock-events",topic="stock-events",service="order-service"} 1
consumer_caught_up{subscription="stock-events",topic="stock-events",service="order-service"} 1
consumer_next_offset{subscription="stock-events",topic="stock-events",partition="0",service="order-service"} 12
consumer_next_offset{subscription="stock-events",topic="stock-events",partition="5",service="order-service"} 8
consumer_batch_duration_seconds_bucket{le="0.001",subscription="stock-events",topic="stock-events"} 5
`;

describe('what a service says of itself', () => {
  it('is read from its numbers', () =>
    expect(serviceSample(PAGE)).toEqual({
      startedAt: 1_795_253_984,
      ready: true,
      degraded: ['lag'],
      outbox: { depth: 3, oldestSeconds: 1.5 },
      published: new Map([
        ['order', 40],
        ['stock-commands', 20],
      ]),
      subscriptions: [
        {
          ...{ name: 'stock-events', topic: 'stock-events', state: 'waiting', caughtUp: true },
          ...{ lag: 7, lagSeconds: 0.25, handled: 99, parked: 2, waiting: 1 },
          next: new Map([
            [0, 12],
            [5, 8],
          ]),
        },
      ],
    }));

  it('leaves open what its database could not tell', () => {
    const { outbox, subscriptions } = serviceSample(PAGE.replaceAll(/^(outbox|consumer_parked).*$/gm, ''));
    expect(outbox).toBeUndefined();
    expect(subscriptions[0]).toMatchObject({ parked: undefined, lag: 7 });
  });

  it('is empty for a page of something else', () =>
    expect(serviceSample('<html>not found</html>')).toMatchObject({ ready: false, subscriptions: [] }));
});

describe('the text format', () => {
  const one = (line: string) => metricsIn(line, () => true)[0];

  it('may have escapes, exponents and commas in labels', () => {
    expect(one('a{b="x \\"y\\", \\\\ z",c="1,2"} 1.5e3 1795253984')).toEqual({
      name: 'a',
      labels: { b: 'x "y", \\ z', c: '1,2' },
      value: 1_500,
    });
  });

  it('may have no labels', () => expect(one('up 1')).toEqual({ name: 'up', labels: {}, value: 1 }));
});
