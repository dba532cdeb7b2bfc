import { sqlOf } from '@offset-zero/postgres';
import type { Desk } from '../consume/commit.process.ts';
import { lineAt } from './browse.table.ts';
import { NotParked } from './errors.ts';
import { MOST_AT_ONCE, type Portion } from './line.table.ts';
import { countParked, linesOf } from './lines.table.ts';
import type { Redrivable, Redriven } from './parked.ts';
import type { Redriving } from './redriving.ts';
import { redriveFirst } from './step.process.ts';

/** As `Parked.redrive`. Throws the reason of `signal` between two transactions. */
export async function redrive(desk: Desk, what: Redrivable, by: string, signal: AbortSignal): Promise<Redriven> {
  const { subscription, partition, offset } = what;
  if (offset !== undefined) return redriveOne(desk, what, by);
  const sql = sqlOf(desk.pool);
  const lines = { subscription, partition, key: what.key === undefined ? undefined : Buffer.from(what.key) };
  let handled = 0;
  let failed = 0;
  for await (const line of linesOf(sql, lines)) {
    const result = await redriveLine({ desk, line, by }, signal);
    handled += result.handled;
    if (result.failed) failed++;
    else desk.breaker.note(-1, result.handled);
  }
  return { handled, failed, left: await countParked(sql, lines) };
}

/**
 * Handles the messages of a line in the log's order, many in a transaction, fewer where one fails. Ends at the first that
 * fails by itself; where values supersede one another it goes on, and one that is handled takes those before it along.
 */
async function redriveLine(redriving: Redriving, signal: AbortSignal): Promise<{ handled: number; failed: boolean }> {
  let handled = 0;
  let failed = false;
  let portion: Portion = { after: -1, ...MOST_AT_ONCE };
  for (;;) {
    signal.throwIfAborted();
    const step = await redriveFirst(redriving, portion);
    if (step.is === 'empty') return { handled, failed };
    if (step.is === 'handled') {
      handled += step.gone;
      failed = false;
      portion = { ...portion, messages: Math.min(portion.messages * 2, MOST_AT_ONCE.messages) };
    } else if (step.tried > 1) {
      portion = { ...portion, messages: Math.ceil(step.tried / 2) };
    } else {
      failed = true;
      if (!redriving.desk.subscription.supersede) return { handled, failed };
      portion = { ...portion, after: step.first };
    }
  }
}

async function redriveOne(desk: Desk, what: Redrivable, by: string): Promise<Redriven> {
  const { subscription, partition, offset } = what;
  if (partition === undefined || offset === undefined) throw new Error('an offset is one of a partition');
  const sql = sqlOf(desk.pool);
  const line = await lineAt(sql, { subscription, partition, offset });
  if (!line) throw new NotParked(`${subscription} has nothing parked at ${partition}/${offset}`);
  const portion = { ...MOST_AT_ONCE, after: -1, messages: 1 };
  const step = await redriveFirst({ desk, line, by }, portion, offset);
  const left = await countParked(sql, { subscription, partition, key: line.key });
  return step.is === 'handled' ? { handled: step.gone, failed: 0, left } : { handled: 0, failed: 1, left };
}
