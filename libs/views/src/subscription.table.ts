import type { Subscription } from '@offset-zero/messaging';
import type { Sql, Statement } from '@offset-zero/postgres';
import { prepareStatement, tidyStatement } from './ddl.ts';
import { applyStatement, markStatements, sweepStatements } from './statements.ts';
import type { View } from './view.ts';

/**
 * What fills the view's table. A rebuild reads the log again while the old rows go on serving: each stays as it is until
 * its own message, or a later one of its key, comes by; what has not come by at the end was deleted in the meantime.
 */
export const subscriptionOf = (view: View): Subscription => ({
  name: view.id,
  topic: view.topic,
  supersede: true,
  async prepare(sql) {
    await sql.query(prepareStatement(view));
  },
  async tidy(sql) {
    await sql.query(tidyStatement(view));
  },
  async apply(messages, sql, { partition, next }) {
    const rebuilt = await sql.query(applyStatement(view, partition, next, messages));
    if (rebuilt.length > 0) await all(sql, sweepStatements(view, partition));
  },
  async rebuild(partition, sql, { end, isAnother }) {
    await all(sql, markStatements(view, partition, end, isAnother));
  },
});

async function all(sql: Sql, statements: Statement[]): Promise<void> {
  for (const statement of statements) await sql.query(statement);
}
