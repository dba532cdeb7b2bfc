import type { Facts } from '../facts.ts';
import type { Finding } from '../report.ts';

/** Nothing is parked: no message of a healthy shop is beyond handling, however often its servers die. */
export const parked = ({ parked: all, positions }: Facts): Finding => ({
  examined: new Set(positions.map(({ service, subscription }) => `${service} ${subscription}`)).size,
  breaches: all.map(({ service, subscription, topic, partition, offset, code }) => ({
    key: `${service} ${subscription}`,
    what: `a message is parked: ${code}`,
    evidence: { at: `${topic}/${partition}@${offset}` },
  })),
});
