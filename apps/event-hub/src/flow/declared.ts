import type { ManifestBody } from '@offset-zero/service';

export interface Declared {
  service: string;
  subscription: string;
  topic: string;
  kind: 'view' | 'reaction';
  /** The view it fills. */
  view?: string;
}

/** Everything that reads a topic, from what the services declare. A reaction's subscription is called as its topic. */
export const subscriptionsOf = (manifests: readonly ManifestBody[]): Declared[] =>
  manifests.flatMap(({ name: service, keeps, reactsTo }) => [
    ...keeps.map(({ view, topic, subscription }) => ({ service, subscription, topic, kind: 'view' as const, view })),
    ...reactsTo.map((topic) => ({ service, subscription: topic, topic, kind: 'reaction' as const })),
  ]);

/** Every arrow from a service to a topic. */
export const publishingOf = (manifests: readonly ManifestBody[]): { service: string; topic: string }[] =>
  manifests.flatMap(({ name: service, owns, sends }) => [...owns, ...sends].map((topic) => ({ service, topic })));
