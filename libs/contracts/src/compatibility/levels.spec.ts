import { describe, expect, it } from '@jest/globals';
import { ALL, verdicts } from '../../test/verdicts.ts';
import { compile } from '../avro.ts';
import type { RecordSchema } from '../schema.ts';
import { conflicts } from './levels.ts';

describe('what may follow what', () => {
  it.each(verdicts)('$what: $allowed', ({ history, next, allowed }) =>
    expect(ALL.filter((level) => conflicts(next, history, level).length === 0)).toEqual(
      ALL.filter((level) => allowed.includes(level)),
    ),
  );
});

/** Our own rules name what is wrong; that bytes can be read is for avsc to say, which reads them. */
describe('what is allowed can be read', () => {
  const read = (reader: object, writer: object) => () =>
    compile(reader as RecordSchema).createResolver(compile(writer as RecordSchema));

  it.each(verdicts)('$what', ({ history, next }) => {
    for (const old of history) {
      if (conflicts(next, [old], 'BACKWARD').length === 0) expect(read(next, old)).not.toThrow();
      if (conflicts(next, [old], 'FORWARD').length === 0) expect(read(old, next)).not.toThrow();
    }
  });
});

describe('a conflict', () => {
  const money = (...fields: object[]) => ({ type: 'record', name: 'Money', fields });
  const lines = (type: unknown) => ({
    type: 'record',
    name: 'Order',
    fields: [
      {
        name: 'lines',
        type: { type: 'array', items: { type: 'record', name: 'Line', fields: [{ name: 'price', type }] } },
      },
      { name: 'total', type: ['null', 'Money'], default: null },
    ],
  });

  it('names the version, who stumbles, the field and the rule, everywhere where it is', () => {
    const old = lines(money({ name: 'amount', type: 'int' }));
    const next = lines(money({ name: 'amount', type: 'long' }));
    const rule = 'type-changed';
    const because = 'long is written, int is read';
    expect(conflicts(next, [next, old])).toEqual([
      { version: 2, reader: 'old', path: 'lines[].price.amount', rule, because },
      { version: 2, reader: 'old', path: 'total.amount', rule, because },
    ]);
  });
});
