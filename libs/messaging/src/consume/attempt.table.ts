import type { Sql } from '@offset-zero/postgres';
import type { Attempt } from './attempt.ts';
import type { Place } from './place.ts';

/** Writes the attempt down; never in the transaction it is about. */
export async function saveAttempt(sql: Sql, at: Place, attempt: Attempt): Promise<void> {
  await sql.query({
    name: 'save-attempt',
    text: `insert into messaging.attempt (subscription, topic, partition, from_offset, to_offset, tries, history)
           values ($1, $2, $3, $4, $5, $6, $7) on conflict (subscription, topic, partition)
           do update set (from_offset, to_offset, tries, history)
             = (excluded.from_offset, excluded.to_offset, excluded.tries, excluded.history)`,
    values: [
      at.subscription,
      at.topic,
      at.partition,
      attempt.from,
      attempt.to,
      attempt.tries,
      JSON.stringify(attempt.history),
    ],
  });
}

export async function forgetAttempt(sql: Sql, at: Place): Promise<void> {
  await sql.query({
    name: 'forget-attempt',
    text: 'delete from messaging.attempt where subscription = $1 and topic = $2 and partition = $3',
    values: [at.subscription, at.topic, at.partition],
  });
}

export async function findAttempt(sql: Sql, at: Place): Promise<Attempt | undefined> {
  const [attempt] = await sql.query<Attempt>(
    `select from_offset as "from", to_offset as "to", tries, history
     from messaging.attempt where subscription = $1 and topic = $2 and partition = $3`,
    [at.subscription, at.topic, at.partition],
  );
  return attempt;
}
