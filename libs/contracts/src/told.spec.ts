import { beforeEach, describe, expect, it } from '@jest/globals';
import { registryInMemory } from '../test/registry-in-memory.ts';
import { type Codec, codecOn } from './codec.ts';
import { told } from './told.ts';
import { allTopics, topicNamed, topics } from './topics.ts';

const stock = topicNamed('stock')!;
const { sample } = topics.stock.records.Stock;
const place = { topic: 'stock', partition: 3, offset: 7, key: 'knife', headers: { ce_id: 'a' }, timestamp: 0 };

let codec: Codec;
beforeEach(async () => {
  codec = codecOn(registryInMemory());
  await codec.lookUp([...allTopics]);
});

const tell = (value: Buffer | null, timestamp = 0) => told({ ...place, value, timestamp }, stock, codec);

describe('a record, told', () => {
  it('has its place, its time and its value', () =>
    expect(tell(codec.encode(stock, 'Stock', sample))).toEqual({
      ...{ ...place, offset: '7', time: '1970-01-01T00:00:00.000Z', timestamp: undefined },
      ...{ type: 'Stock', value: sample },
    }));

  it('of a key that is no more has neither type nor value', () => {
    expect(tell(null)).toMatchObject({ type: null, value: null });
    expect(tell(null)).not.toHaveProperty('undecodable');
  });

  it.each([8.64e15 + 1, -8.64e15 - 1, Number.MAX_SAFE_INTEGER, NaN])('has no time when it is %d', (timestamp) =>
    expect(tell(null, timestamp).time).toBeNull(),
  );

  it('that is no Avro says so, and shows how it begins', () => {
    const { undecodable, ...rest } = tell(Buffer.alloc(5_000, 'x'));
    expect(rest).toMatchObject({ type: null, value: null });
    expect(undecodable).toMatchObject({ code: 'not-avro-framed', bytes: Buffer.alloc(4_096, 'x').toString('base64') });
  });

  it('that belongs in another topic says so', () => {
    const foreign = codec.encode(topicNamed('product')!, 'Product', topics.product.records.Product.sample);
    expect(tell(foreign)).toMatchObject({
      ...{ type: null, value: null },
      undecodable: { code: 'unknown-record', detail: 'the topic stock has no record shop.product.Product' },
    });
  });
});
