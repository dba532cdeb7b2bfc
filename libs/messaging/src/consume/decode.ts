import { type Codec, isOfKey, Undecodable } from '@offset-zero/contracts';
import type { Subscription } from '../subscription.ts';
import { type Raw, Received } from './received.ts';
import { textOf } from './sort-error.ts';

export type Wanted = Pick<Subscription, 'topic' | 'records'>;

/**
 * The messages in this service's schema. Bytes that are no value get a fault, records that nobody handles a mark;
 * throws `RegistryUnavailable`, and nothing else that a message could cause.
 */
export async function decodeAll(codec: Codec, wanted: Wanted, partition: number, raws: Raw[]): Promise<Received[]> {
  const { topic } = wanted;
  const messages = raws.map((raw) => new Received(topic.name, partition, raw));
  await codec.learn(valuesOf(raws));
  const records = wanted.records && new Set(wanted.records);
  for (const message of messages) {
    decode(codec, wanted, message);
    if (records && !message.fault && !records.has(message.record)) message.unhandled = true;
  }
  return messages;
}

function decode(codec: Codec, { topic }: Wanted, message: Received): void {
  const { value } = message.raw;
  if (value === null) return;
  try {
    const decoded = codec.decode(topic, value);
    message.record = decoded.record;
    message.value = decoded.value;
    message.unhandled = !decoded.known;
    if (decoded.known && !isOfKey(topic, message.key, decoded.value))
      message.fault = { code: 'key-mismatch', error: `its ${topic.key} is another one than its key` };
  } catch (error) {
    if (!(error instanceof Undecodable)) throw error;
    message.fault = { code: error.code, error: textOf(error) };
  }
}

function* valuesOf(raws: Raw[]): Iterable<Buffer | null> {
  for (const { value } of raws) yield value;
}
