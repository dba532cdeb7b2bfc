import { markReplaying, type Sql, transaction } from '@offset-zero/postgres';
import { decodeAll } from '../consume/decode.ts';
import { lockPosition } from '../consume/position.table.ts';
import type { Fault } from '../consume/received.ts';
import { sortError } from '../consume/sort-error.ts';
import { moveUp } from '../waiting/line.table.ts';
import { auditRedrive } from './audit.table.ts';
import { NotFirstOfKey, NotParked } from './errors.ts';
import { faultOf, noteFault, StillFaulty } from './fault.process.ts';
import { firstParked, type Portion, unpark } from './line.table.ts';
import type { Redriving } from './redriving.ts';

/** `gone`: messages that are no longer parked. */
export type Step =
  { is: 'empty' } | { is: 'handled'; gone: number } | { is: 'failed'; first: number; tried: number; fault: Fault };

const CLASHES = 5;

/**
 * Handles the first messages of a line in one transaction, again where it clashes with another one. Throws what is away;
 * and `NotFirstOfKey` and `NotParked` when the first is not the `wanted` one.
 */
export async function redriveFirst(redriving: Redriving, portion: Portion, wanted?: number): Promise<Step> {
  const { desk, line } = redriving;
  for (let clashes = 0; ; clashes++) {
    let offsets: number[] = [];
    try {
      const gone = await transaction(desk.pool, async (sql) => {
        await lockPosition(sql, line.at);
        const first = await firstParked(sql, line, portion);
        offsets = first.raws.map(({ offset }) => Number(offset));
        refuseOther(wanted, offsets[0]);
        return offsets.length === 0 ? 0 : handle(redriving, first, sql);
      });
      if (gone === 0) return { is: 'empty' };
      desk.awaited.arrived(line.at.topic, [line.key.toString()]);
      return { is: 'handled', gone };
    } catch (error) {
      const sort = sortError(error);
      if (sort === 'at-once' && clashes < CLASHES) continue;
      const [first] = offsets;
      const isRefused = error instanceof NotFirstOfKey || error instanceof NotParked;
      if (sort !== 'permanent' || isRefused || first === undefined) throw error;
      const fault = faultOf(error);
      if (offsets.length === 1) await noteFault(redriving, first, fault);
      return { is: 'failed', first, tried: offsets.length, fault };
    }
  }
}

function refuseOther(wanted: number | undefined, first: number | undefined): void {
  if (wanted === undefined || wanted === first) return;
  if (first === undefined || first > wanted) throw new NotParked(`${wanted} is no longer parked`);
  throw new NotFirstOfKey(wanted, first);
}

/**
 * In the transaction that has locked the position, so that a later message of the key either finds these parked or comes
 * after them. Gives how many are no longer parked.
 */
async function handle(
  { desk, line, by }: Redriving,
  { raws, replayed, waits }: Awaited<ReturnType<typeof firstParked>>,
  sql: Sql,
): Promise<number> {
  const { subscription, codec } = desk;
  const { partition } = line.at;
  const messages = await decodeAll(codec, subscription, partition, raws);
  const faulty = messages.find(({ fault }) => fault);
  if (faulty) throw new StillFaulty(faulty.fault!);
  if (replayed) await markReplaying(sql);
  const offsets = messages.map(({ offset }) => offset);
  const apply = messages.filter(({ unhandled }) => !unhandled);
  const batch = { partition, next: offsets.at(-1)! + 1, replaying: replayed };
  if (apply.length > 0) await subscription.apply(apply, sql, batch);
  const gone = await unpark(sql, line, offsets, apply.at(-1)?.offset ?? -1);
  if (waits) await moveUp(sql, line);
  if (by === undefined) return gone.length;
  const entry = { who: by, key: raws[0]!.key };
  const superseded = gone.filter((offset) => offset < offsets[0]!);
  await auditRedrive(sql, line.at, { ...entry, offsets, outcome: 'handled' });
  if (superseded.length > 0) await auditRedrive(sql, line.at, { ...entry, offsets: superseded, outcome: 'superseded' });
  return gone.length;
}
