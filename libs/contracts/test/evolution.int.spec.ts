import { afterAll, describe, expect, it } from '@jest/globals';
import { createCodec, deploy, type Topic, topics } from '../src/index.ts';
import type { FieldSchema, RecordSchema } from '../src/schema.ts';
import { kafka, ownTopic, registryUrl, removeOwnTopics, thing } from './servers.ts';

afterAll(() => removeOwnTopics());

const release = (topic: Topic) => deploy({ kafka, registryUrl, topics: [topic], relays: [], log: () => {} });

const codecOf = async (topic: Topic) => {
  const codec = createCodec({ registryUrl });
  await codec.lookUp([topic]);
  return codec;
};

const colour = (...symbols: string[]): FieldSchema => ({
  name: 'colour',
  type: { type: 'enum', name: 'Colour', symbols: ['UNKNOWN', ...symbols], default: 'UNKNOWN' },
  default: 'UNKNOWN',
});
const v1 = thing(colour('RED'), { name: 'old', type: 'long', default: 0 });
const v2: RecordSchema = {
  ...v1,
  fields: [v1.fields[0]!, colour('RED', 'BLUE'), { name: 'note', type: 'string', default: 'none' }],
};
const today = ownTopic(v1);
const tomorrow = ownTopic(v2, today.name);

describe('a schema that grows, under FULL_TRANSITIVE on the real registry', () => {
  it('is accepted with a new symbol, because the enum has a default, and with a field more and one less', async () => {
    await release(today);
    await expect(release(tomorrow)).resolves.toBeUndefined();
  });

  it('lets the new reader read old bytes, with the new default', async () => {
    const bytes = (await codecOf(today)).encode(today, 'Thing', { id: 'a', colour: 'RED', old: 7 });
    const reader = await codecOf(tomorrow);
    await reader.learn([bytes]);
    expect(reader.decode(tomorrow, bytes).value).toStrictEqual({ id: 'a', colour: 'RED', note: 'none' });
  });

  it('lets the old reader read new bytes: a symbol it does not know is UNKNOWN', async () => {
    const bytes = (await codecOf(tomorrow)).encode(tomorrow, 'Thing', { id: 'a', colour: 'BLUE', note: 'x' });
    const reader = await codecOf(today);
    await reader.learn([bytes]);
    expect(reader.decode(today, bytes).value).toStrictEqual({ id: 'a', colour: 'UNKNOWN', old: 0 });
  });

  it('is refused a new symbol where the enum has no default', async () => {
    const bare = (...symbols: string[]): FieldSchema => ({
      name: 'size',
      type: { type: 'enum', name: 'Size', symbols },
    });
    const small = thing(bare('S'));
    const topic = ownTopic(small);
    await release(topic);
    const large = ownTopic({ ...small, fields: [small.fields[0]!, bare('S', 'L')] }, topic.name);
    await expect(release(large)).rejects.toMatchObject({ name: 'IncompatibleSchema' });
  });
});

describe('the enums of the shop', () => {
  it.each([
    [topics.customer.records.Customer.schema, 'category', 'D'],
    [topics.order.records.Order.schema, 'status', 'SHIPPED'],
  ])('%#: the registry accepts a symbol more, and today reads it as UNKNOWN', async (schema, field, symbol) => {
    const now = ownTopic(schema);
    const grown = structuredClone(schema);
    const type = grown.fields.find(({ name }) => name === field)!.type as { symbols: string[] };
    type.symbols.push(symbol);
    const later = ownTopic(grown, now.name);
    await release(now);
    await release(later);
    const value = { ...later.records[schema.name]!.sample, [field]: symbol };
    const bytes = (await codecOf(later)).encode(later, schema.name, value);
    const reader = await codecOf(now);
    await reader.learn([bytes]);
    expect(reader.decode(now, bytes).value).toMatchObject({ [field]: 'UNKNOWN' });
  });
});
