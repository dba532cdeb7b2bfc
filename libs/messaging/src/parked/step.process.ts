import { markReplaying, transaction } from '@offset-zero/postgres';
import type { Desk } from '../consume/commit.process.ts';
import { decodeAll } from '../consume/decode.ts';
import { firstParked, type Line, noteFailure, type Portion, unpark } from '../consume/parked.table.ts';
import { lockPosition } from '../consume/position.table.ts';
import type { Fault } from '../consume/received.ts';
import { codeOf, sortError, textOf } from '../consume/sort-error.ts';
import { missingIn, WAITS_FOR } from '../waiting/missing.ts';
import { goOnWaiting, moveUp } from '../waiting/line.table.ts';
import { auditRedrive } from './audit.table.ts';
import { NotFirstOfKey, NotParked } from './errors.ts';

/** `gone`: messages that are no longer parked. `clashed`: with another transaction, to be done again at once. */
export type Step =
  | { is: 'empty' }
  | { is: 'handled'; gone: number }
  | { is: 'failed'; first: number; tried: number; fault: Fault }
  | { is: 'clashed'; error: unknown };

/** A message that still cannot be decoded. */
class StillFaulty extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.error);
    this.fault = fault;
  }
}

/**
 * Handles the first messages of a line in one transaction. The position is locked in it, so that a later message of the
 * key either finds these parked or comes after them. Throws what is away; and `NotFirstOfKey` and `NotParked` when the
 * first is not the `wanted` one. `by` is left out where nobody has asked for it: then nothing is audited, and a failure is
 * for the caller to note.
 */
export async function redriveFirst(desk: Desk, line: Line, by: string | undefined, portion: Portion, wanted?: number) {
  let offsets: number[] = [];
  try {
    const step = await transaction(desk.pool, async (sql): Promise<Step> => {
      await lockPosition(sql, line.at);
      const { raws, replayed } = await firstParked(sql, line, portion);
      offsets = raws.map(({ offset }) => Number(offset));
      refuseOther(wanted, offsets[0]);
      if (raws.length === 0) return { is: 'empty' };
      const messages = await decodeAll(desk.codec, desk.subscription, line.at.partition, raws);
      const faulty = messages.find(({ fault }) => fault);
      if (faulty) throw new StillFaulty(faulty.fault!);
      if (replayed) await markReplaying(sql);
      const apply = messages.filter(({ unhandled }) => !unhandled);
      const batch = { partition: line.at.partition, next: offsets.at(-1)! + 1, replaying: replayed };
      if (apply.length > 0) await desk.subscription.apply(apply, sql, batch);
      const gone = await unpark(sql, line, offsets, apply.at(-1)?.offset ?? -1);
      if (by === undefined) {
        await moveUp(sql, line);
        return { is: 'handled', gone: gone.length };
      }
      const superseded = gone.filter((offset) => offset < offsets[0]!);
      const entry = { who: by, key: raws[0]!.key };
      await auditRedrive(sql, line.at, { ...entry, offsets, outcome: 'handled' });
      if (superseded.length > 0) {
        await auditRedrive(sql, line.at, { ...entry, offsets: superseded, outcome: 'superseded' });
      }
      return { is: 'handled', gone: gone.length };
    });
    if (step.is === 'handled') desk.awaited.arrived(line.at.topic, [line.key.toString()]);
    return step;
  } catch (error) {
    return afterError(desk, line, by, offsets, error);
  }
}

function refuseOther(wanted: number | undefined, first: number | undefined): void {
  if (wanted === undefined || wanted === first) return;
  if (first === undefined || first > wanted) throw new NotParked(`${wanted} is no longer parked`);
  throw new NotFirstOfKey(wanted, first);
}

async function afterError(
  desk: Desk,
  line: Line,
  by: string | undefined,
  offsets: number[],
  error: unknown,
): Promise<Step> {
  const sort = sortError(error);
  if (sort === 'at-once') return { is: 'clashed', error };
  const [first] = offsets;
  const isOfTheMessages = sort === 'permanent' && !(error instanceof NotFirstOfKey || error instanceof NotParked);
  if (!isOfTheMessages || first === undefined) throw error;
  const fault = faultOf(error);
  if (offsets.length === 1) await noteFault(desk, line, by, first, fault);
  return { is: 'failed', first, tried: offsets.length, fault };
}

function faultOf(error: unknown): Fault {
  if (error instanceof StillFaulty) return error.fault;
  const missing = missingIn(error);
  if (missing) return { code: WAITS_FOR, error: textOf(missing), waitsFor: missing.waitsFor };
  return { code: codeOf(error), error: textOf(error) };
}

async function noteFault(desk: Desk, line: Line, by: string | undefined, offset: number, fault: Fault) {
  const { at, key } = line;
  const { code, error, waitsFor } = fault;
  if (waitsFor === undefined && by === undefined) return;
  if (waitsFor !== undefined) desk.awaited.add(waitsFor, line);
  await transaction(desk.pool, async (sql) => {
    const isThere =
      waitsFor === undefined
        ? await noteFailure(sql, at, offset, code, { at: new Date().toISOString(), error })
        : await goOnWaiting(sql, at, offset, error, waitsFor);
    if (!isThere || by === undefined) return;
    await auditRedrive(sql, at, { who: by, key, offsets: [offset], outcome: 'failed', error });
  });
}
