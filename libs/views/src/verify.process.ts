import { isDeepStrictEqual } from 'node:util';
import { type Codec, isOfKey, Undecodable } from '@offset-zero/contracts';
import { type Kafka, type LogRecord, readLog } from '@offset-zero/kafka';
import { positionsOf } from '@offset-zero/messaging';
import type { Sql } from '@offset-zero/postgres';
import { normalise } from './columns.ts';
import { baseOf, columnList } from './ddl.ts';
import type { View } from './view.ts';

/** One key whose row is not what the log says; undefined where there is none. */
export interface Difference {
  key: string;
  inLog?: object;
  inView?: object;
}

export interface Verification {
  /** Keys compared. */
  compared: number;
  /** Keys left out: the view has not yet read their last message, or has read one that came after the question. */
  inMotion: number;
  /** Keys left out: their last message cannot be decoded, so that it is parked. */
  undecodable: number;
  differences: Difference[];
}

interface Last {
  partition: number;
  offset: number;
  /** Undefined when it cannot be decoded, or is not that of its key. */
  row: object | null | undefined;
}

interface Kept {
  _key: string;
  _partition: number;
  _offset: number;
  _deleted: boolean;
}

/**
 * Proves that the view is the fold of its log: reads the whole topic and compares row by row, as far as the view says it
 * has read. May be asked of a running system; holds all rows in memory.
 */
export async function verify(view: View, sql: Sql, kafka: Kafka, codec: Codec): Promise<Verification> {
  const positions = await positionsOf(sql, view.id, view.topic.name);
  const kept = await rowsOf(view, sql);
  const last = await lastOf(view, kafka, codec);
  const isRead = (partition: number, offset: number) => offset < (positions.get(partition) ?? 0);
  const result: Verification = { compared: 0, inMotion: 0, undecodable: 0, differences: [] };
  for (const key of new Set([...last.keys(), ...kept.keys()])) {
    const inLog = last.get(key);
    const inView = kept.get(key);
    const moving =
      (inLog && !isRead(inLog.partition, inLog.offset)) || (inView && !isRead(inView.partition, inView.offset));
    if (moving) result.inMotion++;
    else if (inLog && inLog.row === undefined) result.undecodable++;
    else {
      result.compared++;
      const [expected, found] = [inLog?.row ?? undefined, inView?.row ?? undefined];
      if (!isDeepStrictEqual(expected, found)) result.differences.push({ key, inLog: expected, inView: found });
    }
  }
  return result;
}

async function rowsOf(view: View, sql: Sql): Promise<Map<string, Last>> {
  const rows = await sql.query<Kept>(
    `select _key, _partition, greatest(_offset, -1 - _offset) as _offset, _deleted, ${columnList(view)}
     from ${baseOf(view)}`,
  );
  return new Map(
    rows.map(({ _key, _partition, _offset, _deleted, ...row }) => [
      _key,
      { partition: _partition, offset: _offset, row: _deleted ? null : row },
    ]),
  );
}

async function lastOf(view: View, kafka: Kafka, codec: Codec): Promise<Map<string, Last>> {
  const last = new Map<string, Last>();
  await readLog(kafka, view.topic.name, async (records) => {
    await codec.learn(records.map(({ value }) => value));
    for (const record of records) {
      const row = rowIn(view, codec, record);
      if (record.key !== null && row !== 'skipped') {
        last.set(record.key, { partition: record.partition, offset: record.offset, row });
      }
    }
  });
  return last;
}

function rowIn(view: View, codec: Codec, { key, value }: LogRecord): object | null | undefined | 'skipped' {
  if (value === null) return null;
  try {
    const decoded = codec.decode(view.topic, value);
    if (decoded.known && !isOfKey(view.topic, key, decoded.value)) return undefined;
    return decoded.known ? normalise(view.columns, view.row(decoded.value)) : 'skipped';
  } catch (error) {
    if (error instanceof Undecodable) return undefined;
    throw error;
  }
}
