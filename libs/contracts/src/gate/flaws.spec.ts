import { describe, expect, it } from '@jest/globals';
import type { RecordSchema } from '../schema.ts';
import { flaws } from './flaws.ts';

const thing = (field: object, doc: string | undefined = 'A thing.'): RecordSchema =>
  ({
    type: 'record',
    name: 'Thing',
    doc,
    fields: [{ name: 'f', doc: 'It.', type: 'string', ...field }],
  }) as RecordSchema;
const colour = (symbols: string[], fallback?: string) => ({
  type: { type: 'enum', name: 'Colour', doc: 'A colour.', symbols, default: fallback },
});

describe('what could not be repaired after the first release', () => {
  it.each<[string, RecordSchema]>([
    ['Thing has no doc', thing({}, 'no full stop')],
    ['Thing.f has no doc', thing({ doc: undefined })],
    ['Thing.f is none of', thing({ type: 'int' })],
    ['Thing.f is none of', thing({ type: 'double' })],
    ['Thing.f is none of', thing({ type: 'bytes' })],
    ['Thing.f is none of', thing({ type: { type: 'long', logicalType: 'timestamp-micros' } })],
    ['Thing.f is none of', thing({ type: { type: 'map', values: 'string' } })],
    ['Thing.f is none of', thing({ type: { type: 'fixed', name: 'Hash', doc: 'It.', size: 16 } })],
    ['Thing.f is none of', thing({ type: ['null', 'string', 'long'], default: null })],
    ['Thing.f is none of', thing({ type: { type: 'array', items: 'int' } })],
    ['Thing.f may be null', thing({ type: ['null', 'string'] })],
    ['Thing.version is an identity or version', thing({ name: 'version', type: 'long', default: 0 })],
    ['Thing.orderId is an identity or version', thing({ name: 'orderId', default: '' })],
    ['Thing.f has an alias', thing({ aliases: ['g'] })],
    ['Colour does not begin with UNKNOWN', thing(colour(['RED'], 'RED'))],
    ['Colour does not begin with UNKNOWN', thing(colour(['UNKNOWN', 'RED']))],
  ])('%s', (message, schema) => expect(flaws(schema)).toEqual([expect.stringContaining(message)]));

  it.each<[string, object]>([
    ['a plain field', {}],
    ['a time', { type: { type: 'long', logicalType: 'timestamp-millis' }, default: 0 }],
    ['a nullable reference', { name: 'productId', type: ['null', 'string'], default: null }],
    ['an enum', colour(['UNKNOWN', 'RED'], 'UNKNOWN')],
  ])('is not: %s', (_, field) => expect(flaws(thing(field))).toEqual([]));
});
