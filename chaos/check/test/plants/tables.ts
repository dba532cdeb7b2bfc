import type { Facts } from '../../facts.ts';
import { atRow } from './change.ts';
import type { Plant } from './plant.ts';
import { OWNERS, VIEWS } from './rule-names.ts';

const viewRows = (facts: Facts) => facts.views.map(({ rows }) => rows);
const isLive = (row: Facts['views'][number]['rows'][number]): boolean => !row.deleted;

function owned({ tables }: Facts): { version: number }[][] {
  return [tables.customer, tables.product, tables.stock, tables.order];
}

/** A table is not its topic. */
export const tables: Record<string, Plant> = {
  'an owner that says otherwise': {
    seenBy: [OWNERS],
    plant: atRow<{ version: number }>(owned, (row) => (row.version += 1)),
  },
  'an owner that has lost a row': {
    seenBy: [OWNERS],
    plant: atRow<{ version: number }>(owned, (row, rows) => rows.splice(rows.indexOf(row), 1)),
  },
  'a row that was never published': {
    seenBy: [OWNERS],
    plant: atRow(
      (facts) => [facts.tables.customer],
      (row, rows) => rows.push({ ...row, customerId: 'unpublished' }),
    ),
  },
  'a view with another row': {
    seenBy: [VIEWS],
    plant: atRow(viewRows, (row) => (row.columns.name = 'Nobody'), isLive),
  },
  'a view that misses a row': {
    seenBy: [VIEWS],
    plant: atRow(viewRows, (row, rows) => rows.splice(rows.indexOf(row), 1), isLive),
  },
  'a view with a row too many': {
    seenBy: [VIEWS],
    plant: atRow(viewRows, (row, rows) => rows.push({ ...row, key: 'nobody' }), isLive),
  },
  'a view that missed a deletion': {
    seenBy: [VIEWS],
    plant: atRow(
      viewRows,
      (row) => (row.deleted = false),
      ({ deleted }) => deleted,
    ),
  },
  'a view row from an earlier record': { seenBy: [VIEWS], plant: atRow(viewRows, (row) => (row.offset -= 2)) },
  'a view that is gone': { seenBy: [VIEWS], plant: (facts) => facts.views.pop() !== undefined },
  'a view that the checker does not know': {
    seenBy: [VIEWS],
    plant: (facts) => facts.views.push({ ...facts.views[0]!, name: 'unheard_of' }) > 0,
  },
  'a name left of a deleted customer': {
    seenBy: [VIEWS],
    plant: atRow(
      viewRows,
      (row) => (row.columns.name = 'Anna'),
      ({ deleted }) => deleted,
    ),
  },
};
