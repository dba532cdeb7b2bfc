import { expect, it } from '@jest/globals';
import { type Codec, topics } from '@offset-zero/contracts';
import type { LogRecord } from '@offset-zero/kafka';
import { entryOf } from './entry.ts';

const codec = { decode: () => ({ record: 'Any', value: { version: 7 }, known: true }) } as unknown as Codec;
const headers = { ce_id: 'e', causationid: 'an order', traceparent: 'a trace' };

it.each(Object.values(topics))('the record of $name without headers, unless it is one of an order', (topic) => {
  const place = { topic: topic.name, partition: 0, offset: 1, key: 'k', timestamp: 0 };
  const { body, bare } = entryOf({ ...place, headers, value: Buffer.from('x') } as unknown as LogRecord, topic, codec);
  expect(String(body)).toContain('causationid');
  if (topic.key.startsWith('orderId')) return expect(bare).toBeUndefined();
  expect(String(bare)).toMatch(/"version":7.*"headers":\{\}/);
  expect(String(bare)).not.toMatch(/causationid|an order|a trace/);
});
