import type { PartitionEnds } from '@offset-zero/kafka';
import type { ServiceSample } from './service-sample.ts';

/** What the hub saw at one moment. */
export interface Sample {
  /** When it began to look and when it had seen all, ms since 1970. */
  since: number;
  at: number;
  /** Name → what the service said; one that did not answer is missing. */
  services: ReadonlyMap<string, ServiceSample>;
  /** Topic → the ends of its partitions; undefined when Kafka did not answer. */
  ends?: ReadonlyMap<string, PartitionEnds[]>;
}

/** Fifteen minutes, and the time before their first point that its rate is made of. */
export const KEPT_MS = 16 * 60_000;
const MOST = 2_000;

/** The samples with a new one; the oldest go. */
export const withSample = (samples: readonly Sample[], sample: Sample): Sample[] =>
  [...samples, sample].slice(-MOST).filter(({ at }) => at > sample.at - KEPT_MS);
