import type { Facts } from '../facts.ts';
import type { Finding } from '../report.ts';

/** No transaction is left open: readers of committed records would stand before it. */
export const transactions = ({ openTransactions, ends }: Facts): Finding => ({
  examined: ends.length,
  breaches: openTransactions.map((open) => ({
    key: `${open.topic}/${open.partition}`,
    what: 'a transaction was neither committed nor aborted',
    evidence: open,
  })),
});
