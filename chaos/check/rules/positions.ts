import type { Facts, PartitionEnd, Position } from '../facts.ts';
import { placeOf } from '../log.ts';
import type { Finding } from '../report.ts';

/** Which topics somebody has to have read to their ends, besides the views' topics. */
const REACTIONS = [
  { service: 'order-service', topic: 'stock-events' },
  { service: 'stock-service', topic: 'stock-commands' },
];

/**
 * Everybody has read everything: no record lies at or behind the position of a subscription, and none stands outside the
 * log. Behind the last record may lie the markers of transactions, which are nobody's business.
 */
export function positions(facts: Facts): Finding {
  const expected = [
    ...REACTIONS.map((reaction) => ({ ...reaction, subscription: reaction.topic })),
    ...facts.views.map(({ service, id, topic }) => ({ service, topic, subscription: id })),
  ];
  const breaches: Finding['breaches'] = [];
  let examined = 0;
  for (const { service, topic, subscription } of expected) {
    for (const end of facts.ends.filter((one) => one.topic === topic)) {
      const position = facts.positions.find(
        (one) => one.service === service && one.subscription === subscription && isAt(one, end),
      );
      examined++;
      const what = wrong(facts, end, position);
      if (what === undefined) continue;
      const key = `${service} ${subscription} ${topic}/${end.partition}`;
      breaches.push({ key, what, evidence: { position: position?.next, end: end.end } });
    }
  }
  return { examined, breaches };
}

function wrong({ log }: Facts, end: PartitionEnd, position: Position | undefined): string | undefined {
  const records = log.filter((record) => isAt(record, end));
  if (position === undefined) return records.length > 0 ? 'nobody has read this partition' : undefined;
  if (position.next > end.end) return `the position ${position.next} lies behind the end of the log`;
  const unread = records.filter(({ offset }) => offset >= position.next);
  return unread.length > 0 ? `${unread.length} records are not read yet, from ${placeOf(unread[0]!)} on` : undefined;
}

const isAt = (one: { topic: string; partition: number }, other: { topic: string; partition: number }): boolean =>
  one.topic === other.topic && one.partition === other.partition;
