import { atRecord, atRow } from './change.ts';
import type { Plant } from './plant.ts';
import { OWNERS, RESERVATIONS, SUMS } from './rule-names.ts';

/** The stock is wrong. */
export const stock: Record<string, Plant> = {
  'an oversold product': {
    seenBy: ['stock is never oversold'],
    plant: atRecord(['stock'], ({ value }) => (value!.reserved = (value!.onHand as number) + 1)),
  },
  'less than nothing reserved': {
    seenBy: ['stock is never oversold'],
    plant: atRecord(['stock'], ({ value }) => (value!.reserved = -1)),
  },
  'a wrong stock': {
    seenBy: [SUMS, OWNERS],
    plant: atRecord(['stock'], ({ key }, log) => {
      const value = log.findLast((one) => one.topic === 'stock' && one.key === key)!.value as { onHand: number };
      value.onHand += 1;
    }),
  },
  'a reservation that holds too much': {
    seenBy: [SUMS],
    plant: atRecord(['stock'], ({ key }, log) => {
      const value = log.findLast((one) => one.topic === 'stock' && one.key === key)!.value as { reserved: number };
      value.reserved += 1;
    }),
  },
  'a reservation never released': {
    seenBy: [RESERVATIONS],
    plant: atRow(
      (facts) => [facts.tables.reservation],
      (row) => (row.status = 'RESERVED'),
      ({ status }) => status === 'RELEASED',
    ),
  },
  'a reservation forgotten': {
    seenBy: [RESERVATIONS],
    plant: atRow(
      (facts) => [facts.tables.reservation],
      (row, rows) => rows.splice(rows.indexOf(row), 1),
    ),
  },
};
