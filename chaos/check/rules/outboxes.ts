import type { Facts } from '../facts.ts';
import type { Finding } from '../report.ts';

/** Nothing waits to be published. */
export const outboxes = ({ outboxes: all }: Facts): Finding => ({
  examined: all.length,
  breaches: all
    .filter(({ rows }) => rows.length > 0)
    .map(({ service, rows }) => ({
      key: service,
      what: `${rows.length} facts are still in the outbox`,
      evidence: rows.slice(0, 10),
    })),
});
