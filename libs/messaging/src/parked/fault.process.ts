import { transaction } from '@offset-zero/postgres';
import type { Fault } from '../consume/received.ts';
import { codeOf, textOf } from '../consume/sort-error.ts';
import { goOnWaiting } from '../waiting/line.table.ts';
import { missingIn, WAITS_FOR } from '../waiting/missing.ts';
import { auditRedrive } from './audit.table.ts';
import { noteFailure } from './line.table.ts';
import type { Redriving } from './redriving.ts';

/** A message that still cannot be decoded. */
export class StillFaulty extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.error);
    this.fault = fault;
  }
}

/** Why a message that was tried again could not be handled. */
export function faultOf(error: unknown): Fault {
  if (error instanceof StillFaulty) return error.fault;
  const missing = missingIn(error);
  if (missing) return { code: WAITS_FOR, error: textOf(missing), waitsFor: missing.waitsFor };
  return { code: codeOf(error), error: textOf(error) };
}

/** Outside of the transaction that was rolled back: what the message failed of, or misses now, and the audit of it. */
export async function noteFault({ desk, line, by }: Redriving, offset: number, fault: Fault): Promise<void> {
  const { at, key } = line;
  const { code, error, waitsFor } = fault;
  if (waitsFor === undefined && by === undefined) return;
  if (waitsFor !== undefined) desk.awaited.add(waitsFor, line);
  await transaction(desk.pool, async (sql) => {
    const isThere =
      waitsFor === undefined
        ? await noteFailure(sql, at, offset, code, { at: new Date().toISOString(), error })
        : await goOnWaiting(sql, at, offset, error, waitsFor);
    if (isThere && by !== undefined) {
      await auditRedrive(sql, at, { who: by, key, offsets: [offset], outcome: 'failed', error });
    }
  });
}
