import type { Codec, Fact, Topic } from '@offset-zero/contracts';
import type { Sql } from '@offset-zero/postgres';
import type { Outbox } from '../outbox.ts';
import { type Difference, difference } from './differences.ts';
import { comparing, type LogSummary } from './log.process.ts';
import type { Owned, Truth } from './truth.ts';
import { find, queued, raise, remember } from './truth.table.ts';

export interface Differing extends Difference {
  key: string;
  owned: Owned | undefined;
}

export interface Decided {
  differing: Differing[];
  /** Keys that could not be decided. */
  inMotion: string[];
}

export interface Sides {
  topic: Topic;
  truth: Truth;
  codec: Codec;
  log: LogSummary;
}

/** What the owner says of a key, as far as any change of it would show. */
export const stateOf = (owned: Owned | undefined): string =>
  owned ? `${owned.version} ${owned.value === null}` : 'unknown';

/**
 * Decides keys in the caller's transaction: `states` is what the owner said of them before the log was read. Nothing may
 * have changed since then, nor wait to be published, or the log that was read is not all there is of the key.
 */
export async function decide(sql: Sql, sides: Sides, states: ReadonlyMap<string, string>, lock: boolean) {
  const { topic, truth, codec, log } = sides;
  const keys = [...states.keys()];
  const { held } = comparing(codec, topic);
  const ownedNow = await find(sql, truth, keys, lock);
  const waiting = await queued(sql, topic.name, keys);
  const decided: Decided = { differing: [], inMotion: [] };
  for (const key of keys) {
    const owned = ownedNow.get(key);
    if (waiting.has(key) || stateOf(owned) !== states.get(key)) {
      decided.inMotion.push(key);
      continue;
    }
    const found = difference(log.get(key), held(owned), truth.unknown !== undefined);
    if (found) decided.differing.push({ key, owned, ...found });
  }
  return decided;
}

/**
 * Ends differences of locked keys: the table gets the versions, the outbox what the table then says. Returns those that
 * were ended; one that somebody has made in the meantime is not among them.
 */
export async function repair(sql: Sql, { topic, truth, codec }: Sides, outbox: Outbox, differing: Differing[]) {
  const known = differing.filter(({ owned, version }) => owned !== undefined && owned.version !== version);
  const unknown = differing.filter(({ owned }) => owned === undefined);
  await raise(sql, truth, versionsOf(known));
  const taken = await remember(sql, truth, versionsOf(unknown));
  const ended = differing.filter(({ key }) => !taken.has(key));
  const published = ended.filter(({ publish }) => publish);
  const owned = await find(
    sql,
    truth,
    published.map(({ key }) => key),
  );
  const { record } = comparing(codec, topic);
  await outbox.append(
    sql,
    published.map(({ key, version }): Fact => ({ topic, record, key, version, value: owned.get(key)?.value ?? null })),
  );
  return ended;
}

const versionsOf = (differing: Differing[]) => new Map(differing.map(({ key, version }) => [key, version]));
