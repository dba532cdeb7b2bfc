import type { Topic } from '@offset-zero/contracts';
import type { Truth } from '@offset-zero/outbox';
import type { View } from '@offset-zero/views';

export type { Truth };

/** What a service is, in one value: `npm run docs` draws the system from these, `runService` runs them. */
export interface Manifest {
  /** Also the name of its database, its role, its relay and the prefix of its consumer groups. */
  readonly name: string;
  /** Where it listens unless PORT says otherwise. */
  readonly port: number;
  /** One sentence for people. */
  readonly summary: string;
  /** Topics whose truth it holds: nobody else publishes there. */
  readonly owns: readonly Topic[];
  /** How its tables give the values of the whole-value topics it owns: what `npm run ops -- republish` compares. */
  readonly truths: readonly Truth[];
  /** Topics of others it sends commands to. */
  readonly sends: readonly Topic[];
  /** Views of other services' topics, folded into its own database. */
  readonly keeps: readonly View[];
  /** Topics whose records its `@Reacts` methods handle. */
  readonly reactsTo: readonly Topic[];
  /** False for a process without state, like the gateway: then no Postgres, Kafka or registry is asked for. */
  readonly database: boolean;
  /** The services it asks over HTTP, by name, as the gateway does: it is told where they listen. */
  readonly asks: readonly string[];
}

/** Declares a service. Everything but name, port and summary may be left out. */
export function service(
  declared: Pick<Manifest, 'name' | 'port' | 'summary'> & Partial<Omit<Manifest, 'name' | 'port' | 'summary'>>,
): Manifest {
  return { owns: [], truths: [], sends: [], keeps: [], reactsTo: [], database: true, asks: [], ...declared };
}

/** The topics its relay publishes to; a service without any runs no relay. */
export const publishes = (manifest: Manifest): Topic[] => [...manifest.owns, ...manifest.sends];

/** Whether it reads Kafka at all. */
export const consumes = (manifest: Manifest): boolean => manifest.keeps.length + manifest.reactsTo.length > 0;
