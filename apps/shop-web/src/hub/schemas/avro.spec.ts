import { describe, expect, it } from '@jest/globals';
import { type Avro, fieldChanges, fieldsOf } from './avro.ts';

const record = (...fields: { name: string; type: Avro; default?: unknown; doc?: string }[]): Avro => ({
  ...{ type: 'record', name: 'Order', namespace: 'shop.order', fields },
});
const money: Avro = record({ name: 'amountMinor', type: 'long' });

describe('the fields of an Avro schema', () => {
  it('go down into records, lists and unions', () =>
    expect(
      fieldsOf(
        record(
          { name: 'total', type: money },
          { name: 'lines', type: { type: 'array', items: money } },
          { name: 'gift', type: ['null', money], default: null },
        ),
      ).map(({ path, type }) => `${path}: ${type}`),
    ).toEqual([
      ...['total: Order', 'total.amountMinor: long', 'lines: list of Order', 'lines[].amountMinor: long'],
      ...['gift: Order or null', 'gift.amountMinor: long'],
    ]));

  it('name logical types and the symbols of enums', () =>
    expect(
      fieldsOf(
        record(
          { name: 'at', type: { type: 'long', logicalType: 'timestamp-millis' } },
          { name: 'status', type: { type: 'enum', name: 'Status', symbols: ['A', 'B'] } },
        ),
      ).map(({ type }) => type),
    ).toEqual(['timestamp-millis', 'A | B']));
});

describe('what happened between two versions', () => {
  const before = record({ name: 'a', type: 'string' }, { name: 'b', type: 'long', default: 0 });

  it('is what was removed, changed and added', () =>
    expect(
      fieldChanges(before, record({ name: 'b', type: 'long', default: 1 }, { name: 'c', type: 'string', default: '' })),
    ).toMatchObject([
      { kind: 'removed', path: 'a' },
      { kind: 'changed', path: 'b', before: { default: '0' }, after: { default: '1' } },
      { kind: 'added', path: 'c', after: { default: '""' } },
    ]));

  it('is nothing when only the documentation says more', () =>
    expect(
      fieldChanges(before, record({ name: 'a', type: 'string', doc: 'Text' }, { name: 'b', type: 'long', default: 0 })),
    ).toEqual([]));
});
