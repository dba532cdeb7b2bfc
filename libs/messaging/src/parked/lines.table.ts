import type { Sql } from '@offset-zero/postgres';
import type { Line } from './line.table.ts';

/** Which lines: those of a subscription, of one key or partition of it. */
export interface Lines {
  subscription: string;
  key?: Buffer | undefined;
  partition?: number | undefined;
}

const KEY = "coalesce(key, '')";
const AMONG = `subscription = $1 and ($2::bytea is null or ${KEY} = $2) and ($3::integer is null or partition = $3)`;
const among = ({ subscription, key, partition }: Lines): unknown[] => [subscription, key ?? null, partition ?? null];
const LINES_AT_ONCE = 200;

/** Every line, as it is when asked for the next. */
export async function* linesOf(sql: Sql, lines: Lines): AsyncGenerator<Line> {
  let last: { topic: string; partition: number; key: Buffer } = { topic: '', partition: 0, key: Buffer.alloc(0) };
  for (;;) {
    const page = await sql.query<typeof last>(
      `select distinct topic, partition, ${KEY} as key from messaging.parked
       where ${AMONG} and (topic, partition, ${KEY}) > ($4, $5::integer, $6::bytea)
       order by topic, partition, key limit $7`,
      [...among(lines), last.topic, last.partition, last.key, LINES_AT_ONCE],
    );
    for (const { topic, partition, key } of page) {
      yield { at: { subscription: lines.subscription, topic, partition }, key };
    }
    if (page.length < LINES_AT_ONCE) return;
    last = page.at(-1)!;
  }
}

/** How many messages are parked in these lines. */
export async function countParked(sql: Sql, lines: Lines): Promise<number> {
  const [row] = await sql.query<{ count: number }>({
    name: 'count-parked',
    text: `select count(*) from messaging.parked where ${AMONG}`,
    values: among(lines),
  });
  return row!.count;
}
