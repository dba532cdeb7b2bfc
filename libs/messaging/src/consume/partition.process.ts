import { type Attempt, backOff, pauseAfterFailure, takeable, TRIES } from './attempt.ts';
import { forgetAttempt, saveAttempt } from './attempt.table.ts';
import { commitWork, type Desk, PositionLost, TooManyParked } from './commit.process.ts';
import { decodeAll } from './decode.ts';
import type { Fetched, Partition } from './partition.ts';
import { sizeAfterSuccess } from './pace.ts';
import { type Fault, type Raw, Received } from './received.ts';
import { codeOf, sortError, textOf } from './sort-error.ts';
import type { ToPark } from './triage.ts';
import { type Missing, missingIn, WAITS_FOR } from '../waiting/missing.ts';
import { sqlOf } from '@offset-zero/postgres';

/**
 * How handling a batch ended. `wait`: come back to the same place after `ms`, because something is `away` or a message
 * has failed. `lost`: read everything anew. `tripped`: too much would be parked. `interrupted`: told to stop.
 */
export type Outcome = { is: 'done' | 'interrupted' } | Trouble;

type Trouble =
  { is: 'lost' } | { is: 'tripped'; error: string } | { is: 'wait'; ms: number; error: string; away: boolean };

/** `settled`: committed, with these put aside. `again`: the same place at once, perhaps with fewer messages. */
type Step = { is: 'settled'; parked: readonly ToPark[] } | { is: 'again' } | Trouble;

/** `misses`: one message, which refers to something that has not arrived. */
type Failed = Step | { is: 'misses'; missing: Missing };

const AT_ONCE = 5;

export interface Watch {
  /** False when the partition is no longer ours or the process stops: nothing more is begun. */
  mayGoOn(): boolean;
  /** After each commit, with the new position. `startedAt` is when its messages were taken, by `performance.now()`. */
  onCommitted(next: number, messages: Raw[], startedAt: number): void;
  /** After the commit that put these aside. */
  onParked(parked: readonly ToPark[]): void;
}

/** Handles what was fetched, in as few transactions as go well. Never throws. */
export async function handleBatch(
  desk: Desk,
  partition: Partition,
  { raws, next }: Fetched<Raw>,
  { mayGoOn, onCommitted, onParked }: Watch,
): Promise<Outcome> {
  let taken = 0;
  while (mayGoOn()) {
    const chunk = nextChunk(partition, raws, taken);
    const isLast = taken + chunk.length === raws.length;
    const until = isLast ? next : Number(chunk.at(-1)!.offset) + 1;
    const startedAt = performance.now();
    const step = await tryChunk(desk, partition, { raws: chunk, next: until });
    if (step.is === 'again') continue;
    if (step.is !== 'settled') return step;
    taken += chunk.length;
    partition.size = sizeAfterSuccess(partition.size, chunk.length, performance.now() - startedAt);
    onCommitted(until, chunk, startedAt);
    if (step.parked.length > 0) onParked(step.parked);
    if (!isLast) continue;
    partition.isNew = false;
    return { is: 'done' };
  }
  return { is: 'interrupted' };
}

function nextChunk(partition: Partition, fetched: Raw[], taken: number): Raw[] {
  const first = fetched[taken];
  const raws = first && Number(first.offset) < partition.replayUntil ? replayed(partition, fetched) : fetched;
  if (first && partition.watched && Number(first.offset) > partition.watched.to) partition.watched = undefined;
  if (!partition.watched && raws.length - taken <= partition.size) return taken === 0 ? raws : raws.slice(taken);
  const offsets = raws.slice(taken).map(({ offset }) => Number(offset));
  return raws.slice(taken, taken + takeable(offsets, partition.size, partition.watched));
}

/** Messages that are replayed are handled apart from those that come for the first time. */
const replayed = ({ replayUntil }: Partition, raws: Raw[]): Raw[] =>
  Number(raws.at(-1)!.offset) < replayUntil ? raws : raws.filter(({ offset }) => Number(offset) < replayUntil);

async function tryChunk(desk: Desk, partition: Partition, chunk: Fetched<Raw>, missing?: Missing): Promise<Step> {
  const { raws, next } = chunk;
  const { watched, isNew } = partition;
  const single = raws.length === 1;
  const hopeless = single && watched !== undefined && watched.tries >= TRIES;
  const given = hopeless || missing !== undefined;
  const marked = raws.length > 0 && (isNew || watched !== undefined);
  try {
    if (marked && !given) await saveAttempt(sqlOf(desk.pool), partition.at, oneMore(partition, raws));
    const history = watched?.history ?? [];
    const messages = given
      ? [withFault(partition, raws[0]!, missing ? awaiting(missing) : hopelessAfter(history))]
      : await decode(desk, partition, raws);
    const { park } = await commitWork(desk, partition, { messages, next, marked, history: given ? history : [] });
    partition.failures = 0;
    return { is: 'settled', parked: park };
  } catch (error) {
    const failed = await afterError(desk, partition, raws, given, marked, error);
    return failed.is === 'misses' ? tryChunk(desk, partition, chunk, failed.missing) : failed;
  }
}

const decode = ({ codec, subscription }: Desk, { at }: Partition, raws: Raw[]): Promise<Received[]> =>
  decodeAll(codec, subscription, at.partition, raws);

function oneMore({ next, watched }: Partition, raws: Raw[]): Attempt {
  const { tries, history } = watched ?? { tries: 0, history: [] };
  return { from: next, to: Number(raws.at(-1)!.offset), tries: tries + 1, history };
}

/** A message that is put aside. Not decoded again: that may be what the process dies of. */
function withFault({ at }: Partition, raw: Raw, fault: Fault): Received {
  const message = new Received(at.topic, at.partition, raw);
  message.fault = fault;
  return message;
}

const awaiting = (missing: Missing): Fault => ({
  code: WAITS_FOR,
  error: textOf(missing),
  waitsFor: missing.waitsFor,
});

/** Of a message that has been tried often enough. */
function hopelessAfter(history: Attempt['history']): Fault {
  const last = history.at(-1);
  return last
    ? { code: last.code ?? 'handler-failed', error: last.error }
    : { code: 'killed-the-process', error: `the process died ${TRIES} times while handling it` };
}

async function afterError(
  desk: Desk,
  partition: Partition,
  raws: Raw[],
  given: boolean,
  marked: boolean,
  error: unknown,
): Promise<Failed> {
  if (error instanceof PositionLost) return { is: 'lost' };
  const tripped = error instanceof TooManyParked;
  const sort = tripped ? 'permanent' : sortError(error);
  const missing = raws.length === 1 && !given ? missingIn(error) : undefined;
  if (missing && sort === 'permanent') return { is: 'misses', missing };
  if (sort === 'permanent' && !tripped && !given && raws.length === 1) return failed(desk, partition, raws, error);
  if (marked && (!given || tripped)) await takeBack(desk, partition);
  if (tripped) return { is: 'tripped', error: error.message };
  if (sort === 'permanent' && raws.length > 1) {
    partition.size = Math.ceil(raws.length / 2);
    return { is: 'again' };
  }
  partition.failures++;
  if (sort === 'at-once' && partition.failures <= AT_ONCE) return { is: 'again' };
  return { is: 'wait', ms: backOff(partition.failures), error: textOf(error), away: true };
}

/**
 * One message, at fault itself: remembered outside of the transaction that was rolled back. What cannot be written down
 * does not count: a database that refuses it may well be what the message failed of.
 */
async function failed(desk: Desk, partition: Partition, raws: Raw[], error: unknown): Promise<Step> {
  const failure = { at: new Date().toISOString(), error: textOf(error), code: codeOf(error) };
  const attempt = oneMore(partition, raws);
  const watched = { ...attempt, history: [...attempt.history, failure] };
  try {
    await saveAttempt(sqlOf(desk.pool), partition.at, watched);
  } catch (unsaved) {
    return { is: 'wait', ms: backOff(++partition.failures), error: textOf(unsaved), away: true };
  }
  partition.watched = watched;
  if (watched.tries >= TRIES) return { is: 'again' };
  return { is: 'wait', ms: pauseAfterFailure(watched.tries), error: failure.error, away: false };
}

/**
 * The try has ended, and not by a death: it does not count. What was given up and could not be parked is tried once more:
 * by a process that may have been mended.
 */
async function takeBack({ pool }: Desk, { at, watched, next }: Partition): Promise<void> {
  const sql = sqlOf(pool);
  const before = watched
    ? saveAttempt(sql, at, { ...watched, tries: Math.min(watched.tries, TRIES - 1), from: next })
    : forgetAttempt(sql, at);
  await before.catch(() => {}); // the database is away: the next try writes it anew
}
