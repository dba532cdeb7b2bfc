import { sqlOf } from '@offset-zero/postgres';
import type { Pool } from 'pg';
import type { Desk } from '../consume/commit.process.ts';
import { pageOfAudit } from './audit.table.ts';
import { findParked, listParked } from './browse.table.ts';
import { discard } from './discard.process.ts';
import { NotRunning } from './errors.ts';
import { detailOf } from './inspect.process.ts';
import type { Parked } from './parked.ts';
import { redrive } from './redrive.process.ts';

/** What operators do with the parked messages of a service; `signal` ends a redrive between two transactions. */
export function parkedOf(pool: Pool, desks: Desk[], signal: AbortSignal): Parked {
  const sql = sqlOf(pool);
  const deskOf = (name: string) => desks.find(({ subscription }) => subscription.name === name);
  return {
    list: (filter) => listParked(sql, filter),
    async inspect(at) {
      const whole = await findParked(sql, at);
      return whole && detailOf(whole, deskOf(at.subscription));
    },
    async redrive(what, by) {
      const desk = deskOf(what.subscription);
      if (!desk) throw new NotRunning(`no subscription here is called ${what.subscription}`);
      return redrive(desk, what, by, signal);
    },
    discard: (what, by) => discard(pool, what, by),
    audit: (page) => pageOfAudit(sql, page),
  };
}
