import type { Role } from '@offset-zero/service';
import { permissions } from './table.ts';

/** What is allowed at a path: the role this method takes, or else the methods that there are. */
export type Allowed = { role: Role } | { methods: string[] };

interface Row {
  method: string;
  segments: string[];
  role: Role;
}

const rows = Map.groupBy(
  permissions.map(([method, pattern, role]): Row => ({ method, segments: pattern.slice(1).split('/'), role })),
  ({ segments }) => segments[0]!,
);

/** Looks a call up; undefined where nothing is allowed to anybody. */
export function allowedAt(method: string, segments: readonly string[]): Allowed | undefined {
  const here = rows.get(segments[0] ?? '')?.filter((row) => matches(row.segments, segments));
  if (here === undefined || here.length === 0) return undefined;
  const asked = method === 'HEAD' ? 'GET' : method;
  const row = here.find((each) => each.method === asked);
  return row ? { role: row.role } : { methods: methodsOf(here) };
}

const matches = (pattern: readonly string[], segments: readonly string[]): boolean =>
  segments.length === pattern.length && pattern.every((each, i) => each.startsWith('{') || each === segments[i]);

const methodsOf = (here: Row[]): string[] =>
  here.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method])).sort();
