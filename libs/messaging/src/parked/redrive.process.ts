import { sqlOf, transaction } from '@offset-zero/postgres';
import type { Desk } from '../consume/commit.process.ts';
import { decodeAll } from '../consume/decode.ts';
import { countParked, firstParked, noteFailure, parkedPlaces, unpark } from '../consume/parked.table.ts';
import type { Place } from '../consume/place.ts';
import { lockPosition } from '../consume/position.table.ts';
import { type ErrorSort, sortError, textOf } from '../consume/sort-error.ts';
import type { Redriven } from './parked.ts';

const TOGETHER = 100;

/**
 * Handles parked messages again, those of one key or all: decoded and applied as any other, each key in the log's order
 * up to its first message that still fails. Throws when something is away; what was handled by then stays handled.
 */
export async function redrive(desk: Desk, key?: string): Promise<Redriven> {
  const { subscription, pool } = desk;
  const sql = sqlOf(pool);
  let handled = 0;
  let failed = 0;
  for (const { topic, partition, key: bytes } of await parkedPlaces(sql, subscription.name, key)) {
    handled += await redriveKey(desk, { subscription: subscription.name, topic, partition }, bytes);
    if ((await firstParked(sql, { subscription: subscription.name, topic, partition }, bytes, 1)).length > 0) failed++;
  }
  return { handled, failed, left: await countParked(sql, subscription.name, key) };
}

async function redriveKey(desk: Desk, at: Place, key: Buffer): Promise<number> {
  let handled = 0;
  let together = TOGETHER;
  for (;;) {
    const result = await redriveFirst(desk, at, key, together);
    if (result.sort === 'transient') throw result.error;
    if (result.sort === 'permanent' && together === 1) return handled;
    if (result.sort === 'permanent') together = 1;
    if (result.handled === 0) return handled;
    handled += result.handled ?? 0;
  }
}

type Result = { sort?: undefined; handled: number } | { sort: ErrorSort; error: unknown; handled?: undefined };

/**
 * One transaction. The position is locked in it, so that a later message of the key either finds these parked or comes
 * after them.
 */
async function redriveFirst(desk: Desk, at: Place, key: Buffer, together: number): Promise<Result> {
  const { subscription, codec, pool } = desk;
  let offset = -1;
  try {
    const handled = await transaction(pool, async (sql) => {
      await lockPosition(sql, at);
      const raws = await firstParked(sql, at, key, together);
      if (raws.length === 0) return 0;
      offset = Number(raws[0]!.offset);
      const messages = await decodeAll(codec, subscription, at.partition, raws);
      const faulty = messages.find(({ fault }) => fault);
      if (faulty) throw new Error(faulty.fault!.error);
      const apply = messages.filter(({ unhandled }) => !unhandled);
      const next = Number(raws.at(-1)!.offset) + 1;
      if (apply.length > 0) await subscription.apply(apply, sql, { partition: at.partition, next });
      await unpark(
        sql,
        at,
        messages.map((message) => message.offset),
      );
      return raws.length;
    });
    return { handled };
  } catch (error) {
    const sort = sortError(error);
    if (sort === 'permanent' && together === 1) {
      await noteFailure(sqlOf(pool), at, offset, { at: new Date().toISOString(), error: textOf(error) });
    }
    return { sort, error };
  }
}
