import type { ManifestBody } from '@offset-zero/service';
import { publishedBy, subscriptionIn } from '../samples/counts.ts';
import { perSecond } from '../samples/rate.ts';
import type { Sample } from '../samples/sample.ts';
import { publishingOf, subscriptionsOf } from './declared.ts';
import { sumOf } from './flow.ts';
import type { HistoryBody, Series } from './history.body.ts';

export const EVERY_MS = 2_000;
/** A sample stands for the points up to so long after it: longer than the slow pace. */
const STANDS_MS = 8_000;

/** Lag, outboxes and rates over the last `minutes`, at points that are the same for all. */
export function history(
  samples: readonly Sample[],
  manifests: readonly ManifestBody[],
  topics: readonly string[],
  { minutes, now }: { minutes: number; now: number },
): HistoryBody {
  const to = Math.floor(now / EVERY_MS) * EVERY_MS;
  const from = to - minutes * 60_000 + EVERY_MS;
  const shown = indexesAt(samples, from, to);
  const points = (value: (index: number) => number | null | undefined) =>
    shown.map((index) => (index === undefined ? null : (value(index) ?? null)));
  const publishing = publishingOf(manifests);
  const rateOf = (topic: string, index: number) =>
    sumOf(
      publishing
        .filter((each) => each.topic === topic)
        .map(({ service }) => perSecond(samples, index, (sample) => publishedBy(sample, service, topic))),
    );
  const series: Series[] = [
    ...subscriptionsOf(manifests).map(({ service, subscription, topic }) => ({
      ...{ kind: 'lag' as const, service, subscription, topic },
      points: points((index) => subscriptionIn(samples[index]!, service, subscription)?.lag),
    })),
    ...[...new Set(publishing.map(({ service }) => service))].map((service) => ({
      ...{ kind: 'outbox' as const, service },
      points: points((index) => samples[index]!.services.get(service)?.outbox?.depth),
    })),
    ...topics.map((topic) => ({ kind: 'rate' as const, topic, points: points((index) => rateOf(topic, index)) })),
  ];
  return { every: EVERY_MS / 1_000, from: new Date(from).toISOString(), to: new Date(to).toISOString(), series };
}

/** For each point the index of the sample that stands for it: the last one before it, if that is not long ago. */
function indexesAt(samples: readonly Sample[], from: number, to: number): (number | undefined)[] {
  const indexes: (number | undefined)[] = [];
  let next = 0;
  for (let at = from; at <= to; at += EVERY_MS) {
    while (next < samples.length && samples[next]!.at <= at) next++;
    const sample = samples[next - 1];
    indexes.push(sample && at - sample.at < STANDS_MS ? next - 1 : undefined);
  }
  return indexes;
}
