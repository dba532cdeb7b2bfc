import type { Facts, LogRecord } from '../../facts.ts';

export const nth = <T>(items: readonly T[], n: number): T | undefined => items[n % items.length];

/** Chooses a record of these types and changes the log at it. */
export const atRecord =
  (types: (string | null)[], change: (record: LogRecord, log: LogRecord[], facts: Facts) => void, topic?: string) =>
  (facts: Facts, n: number): boolean => {
    const fits = facts.log.filter((record) => types.includes(record.type) && (topic ?? record.topic) === record.topic);
    const chosen = nth(fits, n);
    if (chosen !== undefined) change(chosen, facts.log, facts);
    return chosen !== undefined;
  };

export const lose = (record: LogRecord, log: LogRecord[]): unknown => log.splice(log.indexOf(record), 1);

/** At the end of its partition; the same event, or another with the same content. */
export function repeat(
  record: LogRecord,
  log: LogRecord[],
  facts: Facts,
  headers: Record<string, string> = {},
): LogRecord {
  const end = facts.ends.find((one) => one.topic === record.topic && one.partition === record.partition)!;
  const again = { ...structuredClone(record), offset: end.end, headers: { ...record.headers, ...headers } };
  end.end += 2;
  for (const position of facts.positions) {
    if (position.topic === record.topic && position.partition === record.partition) position.next = end.end;
  }
  log.push(again);
  return again;
}

/** Exchanges two records of one key, as if the later had been published first. */
export function swap(facts: Facts, topic: string, n: number): boolean {
  const pairs = facts.log.flatMap((record, i) => {
    const next = facts.log.findIndex((other, j) => j > i && other.topic === topic && other.key === record.key);
    return record.topic === topic && next > 0 ? [[i, next] as const] : [];
  });
  const pair = nth(pairs, n);
  if (!pair) return false;
  const [a, b] = pair.map((i) => facts.log[i]!) as [LogRecord, LogRecord];
  [facts.log[pair[0]], facts.log[pair[1]]] = [
    { ...b, offset: a.offset },
    { ...a, offset: b.offset },
  ];
  return true;
}

/** Chooses a row of a table or of all views, and changes it or the list that it is in. */
export function atRow<T>(
  rowsOf: (facts: Facts) => T[][],
  change: (row: T, rows: T[]) => void,
  fits: (row: T) => boolean = () => true,
) {
  return (facts: Facts, n: number): boolean => {
    const rows = nth(
      rowsOf(facts).filter((list) => list.some(fits)),
      n,
    );
    const row = rows && nth(rows.filter(fits), n);
    if (row !== undefined) change(row, rows!);
    return row !== undefined;
  };
}
