import type { Sql } from '@offset-zero/postgres';
import { depth } from './statements.ts';

/** How many facts are committed and not yet published, and the age of the oldest in seconds. */
export async function outboxDepth(sql: Sql): Promise<{ rows: number; oldestSeconds: number }> {
  const [counted] = await sql.query<{ rows: number; oldestSeconds: number }>(depth);
  return counted!;
}
