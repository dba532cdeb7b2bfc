import { Injectable } from '@nestjs/common';
import { type Fact, isWholeValue } from '@offset-zero/contracts';
import { isInReplay, PublishesWhileReplaying } from '@offset-zero/messaging';
import type { Outbox } from '@offset-zero/outbox';
import { isRetryable, type Sql, type Statement, transaction } from '@offset-zero/postgres';
import { currentContext, noteSeen } from '../context/request-context.ts';
import type { Database } from '../database/database.ts';
import { type Answering, idempotently } from './idempotency.ts';

/** How the database and the topics are changed: together or not at all. A message's `Reaction` has the same shape. */
export interface Change {
  sql: Sql;
  /** Publishes facts with the commit of this change. */
  append(...facts: Fact[]): Promise<void>;
}

/** A change made by a request: it can also be one statement, so that row and facts take one round trip. */
export interface RequestChange extends Change {
  /** Runs the statement and publishes the facts if it returned rows. No row: nothing changed, nothing is published. */
  write<Row extends object>(statement: Statement & { name: string }, ...facts: Fact[]): Promise<Row[]>;
}

const ATTEMPTS = 5;

/**
 * The one way a request changes something. It honours an Idempotency-Key and wakes the relay after the commit.
 * Read views before or after, never inside: `Views.*` takes a second connection while the transaction holds one, and
 * enough such requests at once wait for each other until the pool gives up.
 */
@Injectable()
export class Writes {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly wakeRelay: () => void,
  ) {}

  /**
   * A change by one statement. Give the handler's answer back: it is what a repeated request with the same
   * Idempotency-Key gets. It is kept for a day, beyond any deletion: nothing personal belongs into it.
   */
  single<T>(work: (change: RequestChange) => Promise<T>): Promise<T> {
    const keyed = (sql: Sql) => work(this.on(sql));
    return this.done(idempotently(this.database, () => keyed(this.database.sql), keyed));
  }

  /** A change in a transaction. It is run again after a deadlock, so it must have no effect but on the database. */
  transaction<T>(work: (change: RequestChange) => Promise<T>): Promise<T> {
    const keyed = (sql: Sql) => work(this.on(sql));
    return this.done(retrying(() => idempotently(this.database, () => transaction(this.database.pool, keyed), keyed)));
  }

  private async done<T>(answer: Promise<Answering<T>>): Promise<T> {
    const { value, replayed } = await answer;
    if (!replayed) this.wakeRelay();
    return value;
  }

  private on(sql: Sql): RequestChange {
    if (isInReplay()) throw new PublishesWhileReplaying('its handler writes in a transaction of its own');
    return {
      sql,
      append: (...facts) => this.outbox.append(sql, facts).then(() => facts.forEach(noteFact)),
      write: async <Row extends object>(statement: Statement & { name: string }, ...facts: Fact[]) => {
        const rows = await this.outbox.write<Row>(sql, statement, facts);
        if (rows.length > 0) facts.forEach(noteFact);
        return rows;
      },
    };
  }
}

/** Only whole values have versions that a reader can wait for. */
function noteFact({ topic, key, version }: Fact): void {
  if (isWholeValue(topic) && version !== undefined) noteSeen({ topic: topic.name, key, version });
}

async function retrying<T>(work: () => Promise<T>): Promise<T> {
  const seen = currentContext()?.seen ?? [];
  const before = seen.length;
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!isRetryable(error) || attempt === ATTEMPTS) throw error;
      seen.length = before; // what was rolled back was not written
    }
  }
}
