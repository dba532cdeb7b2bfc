import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type BatchContext, FetchedRecord } from './record.ts';

const require = createRequire(import.meta.url);
const Decoder = require('kafkajs/src/protocol/decoder.js') as new (bytes: Buffer) => { readVarIntBytes(): Buffer };
const encode = require('kafkajs/src/protocol/recordBatch/record/v0/index.js') as (record: object) => { buffer: Buffer };
const decodeAsPublished = require('kafkajs/src/protocol/recordBatch/record/v0/decoder.js') as (
  decoder: object,
  batch: BatchContext,
) => Record<string, unknown>;

const bytes = fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array));
const header = fc.oneof(bytes, fc.array(bytes, { minLength: 2, maxLength: 3 }));

const record = fc.record({
  offsetDelta: fc.nat(),
  timestampDelta: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
  key: fc.option(bytes),
  value: fc.option(bytes),
  // kafkajs takes what every object inherits, like toString, for a header that was there before
  headers: fc.dictionary(
    fc.string({ unit: 'grapheme' }).filter((name) => !(name in {})),
    header,
    { maxKeys: 8, noNullPrototype: true },
  ),
});

const batch = fc.record<BatchContext>({
  firstOffset: fc.nat().map(String),
  firstTimestamp: fc.nat({ max: 2 ** 42 }).map(String),
  maxTimestamp: fc.constantFrom('', '1760000000000'),
  magicByte: fc.constant(2),
  isControlBatch: fc.boolean(),
  timestampType: fc.constantFrom(0, 1),
});

describe('a fetched record', () => {
  it('is what kafkajs makes of the same bytes', () => {
    fc.assert(
      fc.property(record, batch, (given, context) => {
        const body = new Decoder(encode(given).buffer).readVarIntBytes();
        const { attributes, timestamp, offset, key, value, headers, isControlRecord, batchContext, magicByte } =
          new FetchedRecord(body, context);
        expect({
          ...{ attributes, timestamp, offset, key, value, headers, isControlRecord, batchContext, magicByte },
        }).toEqual(decodeAsPublished(new Decoder(body), context));
      }),
    );
  });

  it('keeps offsets and times that need more than 32 bits, and times before the first of the batch', () => {
    const context = {
      firstOffset: '9007199254740000',
      firstTimestamp: '1760000000000',
      maxTimestamp: '',
      magicByte: 2,
    };
    const body = Buffer.from([0, 1, 0x80, 0x08, 1, 1, 0]); // timestamp -1, offset 512, no key, no value, no headers
    expect(new FetchedRecord(body, { ...context, isControlBatch: false, timestampType: 0 })).toMatchObject({
      ...{ timestamp: '1759999999999', offset: '9007199254740512', key: null, value: null, headers: {} },
    });
  });
});
