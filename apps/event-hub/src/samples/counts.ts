import type { Sample } from './sample.ts';
import type { SubscriptionSample } from './service-sample.ts';

/** What a service said of one of its subscriptions. */
export const subscriptionIn = (sample: Sample, service: string, name: string): SubscriptionSample | undefined =>
  sample.services.get(service)?.subscriptions.find((each) => each.name === name);

/** Facts that a service has published in a topic. A service that has said nothing of it yet has published none. */
export function publishedBy(sample: Sample, service: string, topic: string): number | undefined {
  const said = sample.services.get(service);
  return said && (said.published.get(topic) ?? 0);
}
