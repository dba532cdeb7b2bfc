import { beforeEach, describe, expect, it } from '@jest/globals';
import avro from 'avsc';
import fc from 'fast-check';
import { anyValueOf } from '../test/arbitrary.ts';
import { registryInMemory } from '../test/registry-in-memory.ts';
import { compile } from './avro.ts';
import { type Codec, codecOn } from './codec.ts';
import { InvalidValue, SchemaIdUnknown, Undecodable } from './errors.ts';
import { frame } from './frame.ts';
import type { FieldSchema, RecordSchema } from './schema.ts';
import { type Topic, topic } from './topic.ts';
import { topics } from './topics.ts';

const table: Topic[] = Object.values(topics);
const records = table.flatMap((topic) =>
  Object.values(topic.records).map((record) => ({ topic, record: record.name, schema: record.schema })),
);

let registry: ReturnType<typeof registryInMemory>;
let codec: Codec;
let clock: number;

beforeEach(async () => {
  registry = registryInMemory();
  clock = 0;
  codec = codecOn(registry, () => clock);
  await codec.lookUp(table);
});

const codeOf = (decode: () => unknown): string => {
  try {
    decode();
  } catch (error) {
    if (error instanceof Undecodable) return error.code;
    throw error;
  }
  return 'decoded';
};

describe('a value, encoded and decoded', () => {
  it.each(records)('$topic.name/$record comes back as it was, whatever it was', ({ topic, record, schema }) => {
    fc.assert(
      fc.property(anyValueOf(schema), (value) => {
        expect(codec.decode(topic, codec.encode(topic, record, value))).toStrictEqual({ record, value, known: true });
      }),
    );
  });

  it('is framed as Confluent frames it, and any Avro library reads the body', () => {
    const customer = topics.customer.records.Customer;
    const bytes = codec.encode(topics.customer, 'Customer', customer.sample);
    expect([bytes[0], bytes.readInt32BE(1)]).toEqual([0, registry.register(customer.schema)]);
    const plain = avro.Type.forSchema(customer.schema as avro.Schema);
    expect({ ...plain.fromBuffer(bytes.subarray(5)) }).toMatchObject({ customerId: 'customerId', category: 'A' });
  });

  it('may be larger than any buffer kept for it', () => {
    const product = { ...topics.product.records.Product.sample, description: 'ä'.repeat(200_000) };
    expect(codec.decode(topics.product, codec.encode(topics.product, 'Product', product)).value).toStrictEqual(product);
  });

  it('never shares its bytes with the next one', () => {
    const stock = topics.stock.records.Stock.sample;
    const first = codec.encode(topics.stock, 'Stock', stock);
    codec.encode(topics.stock, 'Stock', { ...stock, productId: 'another one' });
    expect(codec.decode(topics.stock, first).value).toStrictEqual(stock);
  });
});

describe('a value that does not fit its schema', () => {
  const encode = (changes: object) => () =>
    codec.encode(topics.order, 'Order', { ...topics.order.records.Order.sample, ...changes });
  const line = topics.order.records.Order.sample.lines[0]!;

  it.each([
    ['a missing id', { orderId: undefined }, ['orderId']],
    ['NaN', { version: NaN }, ['version']],
    ['a fraction', { version: 1.5 }, ['version']],
    ['a number beyond 2^53', { placedAt: 2 ** 53 }, ['placedAt']],
    ['infinity', { updatedAt: Infinity }, ['updatedAt']],
    ['a bigint', { version: 1n }, ['version']],
    ['a Date', { placedAt: new Date() }, ['placedAt']],
    ['an unknown symbol', { status: 'LOST' }, ['status']],
    ['a lone surrogate', { customerId: 'a\ud800b' }, ['customerId']],
    ['a lone surrogate where null is allowed', { reason: '\udc00' }, ['reason']],
    [
      'faults inside a list',
      { lines: [line, { ...line, quantity: '2', name: null }] },
      ['lines.1.name', 'lines.1.quantity'],
    ],
    ['a missing record', { total: undefined }, ['total']],
  ])('%s is refused with its path', (_, changes, paths) => {
    expect(encode(changes)).toThrow(InvalidValue);
    expect(encode(changes)).toThrow(expect.objectContaining({ record: 'Order', paths }));
  });

  it('an emoji is no lone surrogate', () => expect(encode({ customerId: '🛒' })).not.toThrow());

  it('needs an id first', () =>
    expect(() => codecOn(registry).encode(topics.stock, 'Stock', topics.stock.records.Stock.sample)).toThrow(
      SchemaIdUnknown,
    ));
});

describe('bytes that are no value', () => {
  const stock = () => codec.encode(topics.stock, 'Stock', topics.stock.records.Stock.sample);
  const decoding = (bytes: Buffer) => codeOf(() => codec.decode(topics.stock, bytes));

  it.each([
    ['none', Buffer.alloc(0), 'not-avro-framed'],
    ['JSON', Buffer.from('{"productId":"a"}'), 'not-avro-framed'],
    ['half a header', Buffer.from([0, 0, 0]), 'not-avro-framed'],
  ])('%s', (_, bytes, code) => expect(decoding(bytes)).toBe(code));

  it('cut short', () => expect(decoding(stock().subarray(0, -1))).toBe('undecodable-value'));
  it('with more behind', () => expect(decoding(Buffer.concat([stock(), Buffer.from([0])]))).toBe('undecodable-value'));

  it('announcing more items than there are bytes', () => {
    const id = registry.register(topics.orderEvents.records.OrderPlaced.schema);
    const header = Buffer.from([0, 0, 0, 0, id]);
    const bytes = Buffer.concat([header, Buffer.from([2, 0x61, 2, 0x62]), Buffer.from('feffffffffffff07', 'hex')]);
    expect(codeOf(() => codec.decode(topics.orderEvents, bytes))).toBe('undecodable-value');
  });

  it('of any kind are answered the same way, and soon', () => {
    fc.assert(
      fc.property(fc.constantFrom(...records), fc.uint8Array({ maxLength: 60 }), ({ topic, schema }, body) => {
        const header = Buffer.from([0, 0, 0, 0, registry.register(schema)]);
        const bytes = Buffer.concat([header, body]);
        expect(['decoded', 'undecodable-value']).toContain(codeOf(() => codec.decode(topic, bytes)));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('bytes of another version', () => {
  const field = (name: string, type: FieldSchema['type'], value?: unknown): FieldSchema => ({
    name,
    type,
    default: value,
  });
  const thing = (...fields: FieldSchema[]): RecordSchema => ({
    type: 'record',
    name: 'Thing',
    namespace: 'shop',
    fields,
  });
  const colour = (...symbols: string[]): FieldSchema['type'] => ({
    type: 'enum',
    name: 'Colour',
    symbols: ['UNKNOWN', ...symbols],
    default: 'UNKNOWN',
  });
  const ours = topic<{ Thing: object }>({
    name: 'thing',
    kind: 'whole-value',
    key: 'id',
    owner: 'x',
    summary: '',
    schemas: {
      Thing: {
        current: thing(field('id', 'string'), field('colour', colour('RED')), field('note', 'string', 'none')),
        released: [],
      },
    },
  });
  const written = (schema: RecordSchema, value: object) => frame(compile(schema), registry.register(schema), value);
  const read = async (schema: RecordSchema, value: object) => {
    const bytes = written(schema, value);
    await codec.learn([bytes]);
    return codec.decode(ours, bytes);
  };

  it('older than ours get the new field with its default', async () => {
    const old = thing(field('id', 'string'), field('colour', colour('RED')));
    expect((await read(old, { id: 'a', colour: 'RED' })).value).toStrictEqual({ id: 'a', colour: 'RED', note: 'none' });
  });

  it('younger than ours lose the field we do not know, and a new symbol is UNKNOWN', async () => {
    const young = thing(
      field('id', 'string'),
      field('tags', { type: 'array', items: 'string' }, []),
      field('colour', colour('RED', 'BLUE')),
      field('note', 'string', 'none'),
    );
    const value = { id: 'a', tags: ['x', 'y'], colour: 'BLUE', note: 'n' };
    expect((await read(young, value)).value).toStrictEqual({ id: 'a', colour: 'UNKNOWN', note: 'n' });
  });

  it('that cannot be read as ours are undecodable', async () => {
    const bytes = written(thing(field('id', 'long')), { id: 1 });
    await codec.learn([bytes]);
    expect(codeOf(() => codec.decode(ours, bytes))).toBe('undecodable-value');
  });

  it('of a record that the topic does not have are named, and nothing else', async () => {
    const other: RecordSchema = { type: 'record', name: 'shop.Other', fields: [field('id', 'string')] };
    expect(await read(other, { id: 'a' })).toEqual({ record: 'shop.Other', value: {}, known: false });
  });
});

describe('learning', () => {
  const unknown = Buffer.from([0, 0, 0, 1, 0, 7]);

  it('asks for nothing that is known, not framed, or null', async () => {
    await codec.learn([codec.encode(topics.stock, 'Stock', topics.stock.records.Stock.sample), null, Buffer.from('x')]);
    expect(registry.asked).toEqual([]);
  });

  it('asks once for what many want at once', async () => {
    await Promise.all([codec.learn([unknown, null, unknown]), codec.learn([unknown])]);
    expect(registry.asked).toEqual([256]);
  });

  it('asks again for an id that was missing only after 5 s', async () => {
    await codec.learn([unknown]);
    clock = 4_999;
    await codec.learn([unknown]);
    expect(registry.asked).toHaveLength(1);
    expect(codeOf(() => codec.decode(topics.stock, unknown))).toBe('unknown-schema-id');
    clock = 5_000;
    await codec.learn([unknown]);
    expect(registry.asked).toHaveLength(2);
  });

  it('is a duty: bytes never learned are a mistake of the program, not of the bytes', () =>
    expect(() => codec.decode(topics.stock, unknown)).toThrow('never learned'));
});
