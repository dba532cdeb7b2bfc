import { isRetryable, type Sql, transaction } from '@offset-zero/postgres';
import type { Pool } from 'pg';
import type { Outbox } from '../outbox.ts';
import { pause } from '../patience.ts';
import { type Decided, decide, type Differing, repair, type Sides, stateOf } from './repair.table.ts';
import { note, type Report } from './report.ts';
import { find, queued } from './truth.table.ts';

const AT_A_TIME = 200;
const OUTBOX_ROWS = 2_000;
const LONGEST_PAUSE_MS = 1_000;
/** After so many rounds what is still in motion is held still. */
const ROUNDS_IN_MOTION = 5;
const HELD_AT_A_TIME = 20;
const HELD_MS = 3_000;
const PATIENCE_MS = 30_000;

export interface Settling extends Sides {
  pool: Pool;
  sql: Sql;
  outbox: Outbox;
  dryRun: boolean;
  report: Report;
  signal: AbortSignal;
  wakeRelay(): void;
}

/** The relay stands still, so that nothing more can be compared or repaired. */
class OutboxFull extends Error {
  override name = 'OutboxFull';
}

/**
 * Decides the suspects and repairs them, in rounds: look at the table, then see that the outbox has nothing of a key,
 * then read on in the log, and decide under the lock of the row. Every change of a key raises its version and goes
 * through the outbox; so if neither shows a change since the first look, the log that was read has all there ever was of
 * the key. What is in motion comes up again in the next round, and so does what was repaired, until the log has it.
 * A key that is written all the time is at last locked first, which holds its writers up for as long as the log is read.
 */
export async function settleAll(settling: Settling, suspects: readonly string[]): Promise<void> {
  const { signal, report, dryRun } = settling;
  const found = new Set<string>();
  let left = suspects;
  let patience = Date.now() + PATIENCE_MS;
  for (let round = 1; left.length > 0; round++) {
    const before = left.length;
    const isHot = round > ROUNDS_IN_MOTION && !dryRun;
    left = await (isHot ? settleHeld(settling, left, found) : settleOnce(settling, left, found));
    const repaired = dryRun ? 0 : found.size - left.filter((key) => found.has(key)).length;
    Object.assign(report, { inMotion: left.length, repaired });
    if (left.length < before) patience = Date.now() + PATIENCE_MS;
    if (left.length === 0 || Date.now() > patience) return;
    await pause(Math.min(100 * round, LONGEST_PAUSE_MS), signal);
  }
}

/** One round over the keys; returns those that come up again. */
async function settleOnce(settling: Settling, keys: readonly string[], found: Set<string>): Promise<string[]> {
  const { sql, truth, topic, log, signal } = settling;
  const states = new Map<string, string>();
  const again: string[] = [];
  for (const some of cut(keys)) {
    signal.throwIfAborted();
    const owned = await find(sql, truth, some);
    const waiting = await queued(sql, topic.name, some);
    for (const key of some) {
      if (waiting.has(key)) again.push(key);
      else states.set(key, stateOf(owned.get(key)));
    }
  }
  if (states.size > 0) await log.catchUp();
  for (const some of cut([...states])) {
    signal.throwIfAborted();
    const seen = new Map(some);
    again.push(...(await settle(settling, async () => seen, [...seen.keys()], found)));
  }
  return again;
}

/** The same with the rows locked before the log is read, a few at a time. */
async function settleHeld(settling: Settling, keys: readonly string[], found: Set<string>): Promise<string[]> {
  const again: string[] = [];
  for (const some of cut(keys, HELD_AT_A_TIME)) {
    settling.signal.throwIfAborted();
    again.push(...(await settle(settling, (sql) => heldStates(sql, settling, some), some, found)));
  }
  return again;
}

async function heldStates(sql: Sql, { truth, topic, log, signal, wakeRelay }: Settling, keys: readonly string[]) {
  const owned = await find(sql, truth, keys, true);
  const until = Date.now() + HELD_MS;
  while (Date.now() < until && (await queued(sql, topic.name, keys)).size > 0) {
    wakeRelay();
    await pause(50, signal);
  }
  await log.catchUp();
  return new Map(keys.map((key) => [key, stateOf(owned.get(key))]));
}

/** Some keys in one transaction. Returns those that come up again. */
async function settle(
  settling: Settling,
  statesIn: (sql: Sql) => Promise<ReadonlyMap<string, string>>,
  keys: readonly string[],
  found: Set<string>,
): Promise<string[]> {
  const { pool, outbox, dryRun, wakeRelay } = settling;
  if (!dryRun) await roomInOutbox(settling);
  const { differing, inMotion } = await transaction(pool, async (sql): Promise<Decided> => {
    const decided = await decide(sql, settling, await statesIn(sql), !dryRun);
    if (dryRun || decided.differing.length === 0) return decided;
    const ended = await repair(sql, settling, outbox, decided.differing);
    const lost = decided.differing.filter((one) => !ended.includes(one)).map(({ key }) => key);
    return { differing: ended, inMotion: [...decided.inMotion, ...lost] };
  }).catch((error: unknown): Decided => {
    if (!isRetryable(error)) throw error;
    return { differing: [], inMotion: [...keys] };
  });
  wakeRelay();
  tell(settling, differing, found);
  return dryRun ? inMotion : [...inMotion, ...differing.map(({ key }) => key)];
}

/** A key is told of once. */
function tell({ log, report }: Settling, differing: readonly Differing[], found: Set<string>): void {
  for (const { key, owned, kind, version, publish } of differing) {
    if (found.has(key)) continue;
    found.add(key);
    const [logVersion, ownerVersion] = [log.get(key)?.version ?? null, owned?.version ?? null];
    note(report, { key, kind, logVersion, ownerVersion, version, publish });
  }
}

/** The rows of the service's own writes do not queue behind those of a long repair. Throws `OutboxFull` after 30 s. */
async function roomInOutbox({ sql, signal, wakeRelay }: Settling): Promise<void> {
  const patience = Date.now() + PATIENCE_MS;
  const rows = () => sql.query(`select 1 from outbox limit ${OUTBOX_ROWS}`);
  while ((await rows()).length === OUTBOX_ROWS) {
    if (Date.now() > patience) throw new OutboxFull('The relay does not publish: see to it, then republish again');
    wakeRelay();
    await pause(50, signal);
    signal.throwIfAborted();
  }
}

function* cut<T>(all: readonly T[], size = AT_A_TIME): Generator<T[]> {
  for (let from = 0; from < all.length; from += size) yield all.slice(from, from + size);
}
