import { type Sql, transaction } from '@offset-zero/postgres';
import type { Pool } from 'pg';
import { lockPosition } from '../consume/position.table.ts';
import { moveToAudit } from './audit.table.ts';
import { lineAt } from './browse.table.ts';
import { NotParked } from './errors.ts';
import type { Line } from './line.table.ts';
import { countParked, linesOf } from './lines.table.ts';
import type { Discardable, Discarded } from './parked.ts';

/** As `Parked.discard`: one transaction, with the positions locked as for a redrive. */
export function discard(pool: Pool, what: Discardable, by: { who: string; reason: string }): Promise<Discarded> {
  return transaction(pool, async (sql) => {
    const result = { discarded: 0, left: 0 };
    for await (const line of linesOfThis(sql, what)) {
      await lockPosition(sql, line.at);
      result.discarded += await moveToAudit(sql, line, 'offset' in what ? what.offset : undefined, by);
      const { subscription, partition } = line.at;
      result.left += await countParked(sql, { subscription, partition, key: line.key });
    }
    if (result.discarded === 0) throw new NotParked(`nothing of this is parked: ${JSON.stringify(what)}`);
    return result;
  });
}

async function* linesOfThis(sql: Sql, what: Discardable): AsyncGenerator<Line> {
  if ('key' in what) return yield* linesOf(sql, { subscription: what.subscription, key: Buffer.from(what.key) });
  const line = await lineAt(sql, what);
  if (line) yield line;
}
