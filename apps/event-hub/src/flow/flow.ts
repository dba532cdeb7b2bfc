import type { ManifestBody } from '@offset-zero/service';
import { publishedBy, subscriptionIn } from '../samples/counts.ts';
import { perSecond } from '../samples/rate.ts';
import type { Sample } from '../samples/sample.ts';
import { type Declared, publishingOf, subscriptionsOf } from './declared.ts';
import type { FlowBody, SubscriptionFlow, ViewFlow } from './flow.body.ts';
import { progressOf } from './progress.ts';

/** How everything flows at the last of the samples. What is not known is null. */
export function flow(
  samples: readonly Sample[],
  manifests: readonly ManifestBody[],
  topics: readonly string[],
): Omit<FlowBody, 'every'> {
  const last = samples.length - 1;
  const now = samples[last]!;
  const declared = subscriptionsOf(manifests);
  const publishes = publishingOf(manifests).map(({ service, topic }) => ({
    service,
    topic,
    perSecond: perSecond(samples, last, (sample) => publishedBy(sample, service, topic)),
  }));
  return {
    at: new Date(now.at).toISOString(),
    kafka: now.ends ? 'up' : 'away',
    topics: topics.map((topic) => ({
      topic,
      offsets: now.ends?.get(topic)?.reduce((sum, { low, high }) => sum + high - low, 0) ?? null,
      perSecond: sumOf(publishes.filter((each) => each.topic === topic).map((each) => each.perSecond)),
    })),
    publishes,
    subscriptions: declared.map((each) => subscriptionFlow(samples, each)),
    outboxes: manifests
      .filter(({ owns, sends }) => owns.length + sends.length > 0)
      .map(({ name: service }) => {
        const outbox = now.services.get(service)?.outbox;
        return { service, depth: outbox?.depth ?? null, oldestSeconds: outbox?.oldestSeconds ?? null };
      }),
    views: declared.filter(({ view }) => view !== undefined).map((each) => viewFlow(now, each)),
  };
}

function subscriptionFlow(samples: readonly Sample[], { service, subscription, topic, kind }: Declared) {
  const last = samples.length - 1;
  const now = subscriptionIn(samples[last]!, service, subscription);
  const handled = (sample: Sample) => subscriptionIn(sample, service, subscription)?.handled;
  return {
    ...{ service, subscription, topic, kind },
    state: now?.state ?? 'away',
    lag: now?.lag ?? null,
    lagSeconds: now?.lagSeconds ?? null,
    perSecond: perSecond(samples, last, handled),
    parked: now?.parked ?? null,
    waiting: now?.waiting ?? null,
    ready: now?.caughtUp ?? null,
  } satisfies SubscriptionFlow;
}

function viewFlow(now: Sample, { service, view, topic, subscription }: Declared): ViewFlow {
  const said = subscriptionIn(now, service, subscription);
  const ends = now.ends?.get(topic);
  return {
    ...{ service, topic, subscription },
    view: view!,
    progress: said && ends ? progressOf(ends, said.next) : null,
    lag: said?.lag ?? null,
    ready: said?.caughtUp ?? null,
  };
}

/** Null when nothing is known; what is not known of some counts as nothing. */
export function sumOf(numbers: readonly (number | null)[]): number | null {
  const known = numbers.filter((each) => each !== null);
  return known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0);
}
