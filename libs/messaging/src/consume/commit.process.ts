import type { Codec } from '@offset-zero/contracts';
import { markReplaying, type Sql, transaction } from '@offset-zero/postgres';
import type { Pool } from 'pg';
import type { Subscription } from '../subscription.ts';
import type { Awaited } from '../waiting/awaited.ts';
import type { Failure } from './attempt.ts';
import { forgetAttempt } from './attempt.table.ts';
import type { Breaker } from './breaker.ts';
import { park, parkedKeys, unparkKeys } from './parked.table.ts';
import type { Partition } from './partition.ts';
import type { Place } from './place.ts';
import { movePosition } from './position.table.ts';
import type { Received } from './received.ts';
import { type Plan, triage } from './triage.ts';

/** What handling messages of a subscription needs. */
export interface Desk {
  readonly subscription: Subscription;
  readonly pool: Pool;
  readonly codec: Codec;
  readonly breaker: Breaker;
  /** Is told what has arrived, and what waits for an arrival. */
  readonly awaited: Awaited;
}

/** Another reader moved the position: nothing was changed, and nothing believed here is true any more. */
export class PositionLost extends Error {}

/** So many keys would be parked that the code is at fault, not the data. */
export class TooManyParked extends Error {}

export interface Work {
  messages: Received[];
  /** Where the position moves to. */
  next: number;
  /** An attempt was written down; it goes with the success. */
  marked: boolean;
  /** What a message that is being parked has behind it. */
  history: Failure[];
}

/**
 * One transaction: the position first, then everything that these messages cause; when it is committed, what is believed
 * of the partition follows. Throws, `PositionLost` and `TooManyParked` among others: nothing was done.
 */
export async function commitWork(desk: Desk, partition: Partition, work: Work): Promise<Plan> {
  const { subscription, breaker, pool } = desk;
  const { at } = partition;
  const replaying = work.messages.length > 0 && work.messages[0]!.offset < partition.replayUntil;
  const plan = await transaction(pool, async (sql) => {
    if (!(await movePosition(sql, at, partition.next, work.next))) throw new PositionLost();
    announce(desk.awaited, at, work.messages);
    const parked = await stillParked(sql, partition, work.messages);
    const plan = triage(work.messages, parked, subscription.supersede);
    if (breaker.trips(plan.newKeys, plan.apply.length)) throw new TooManyParked(plan.park.at(-1)!.fault.error);
    if (work.marked) await forgetAttempt(sql, at);
    if (replaying) await markReplaying(sql);
    if (plan.freed.size > 0) await unparkKeys(sql, at, plan.freed);
    if (plan.park.length > 0) await park(sql, at, plan.park, work.history, replaying);
    if (plan.apply.length > 0 || subscription.rebuild) {
      await subscription.apply(plan.apply, sql, { partition: at.partition, next: work.next, replaying });
    }
    return plan;
  });
  partition.next = work.next;
  partition.parkedKeys = plan.parkedKeys;
  breaker.note(plan.newKeys, plan.apply.length);
  desk.awaited.arrived(at.topic, keysOf(plan.apply));
  return plan;
}

/** Before they are put aside, and holding the position: what arrives from now on has to wait for the commit, and finds them. */
function announce(awaited: Awaited, at: Place, messages: Received[]): void {
  for (const { fault, raw } of messages) {
    if (fault?.waitsFor !== undefined) awaited.add(fault.waitsFor, { at, key: raw.key ?? Buffer.alloc(0) });
  }
}

function* keysOf(messages: Received[]): Iterable<string> {
  for (const { key } of messages) yield key;
}

/**
 * The parked keys, asked anew when one of them comes along: a redrive may have emptied it, which only the table knows,
 * and cannot do now, since this transaction holds the position.
 */
async function stillParked(
  sql: Sql,
  { at, parkedKeys: believed }: Partition,
  messages: Received[],
): Promise<ReadonlySet<string>> {
  if (believed.size === 0) return believed;
  const met = new Set<string>();
  for (const { identity } of messages) if (believed.has(identity)) met.add(identity);
  if (met.size === 0) return believed;
  const confirmed = await parkedKeys(sql, at, [...met]);
  return new Set([...believed].filter((key) => !met.has(key) || confirmed.has(key)));
}
