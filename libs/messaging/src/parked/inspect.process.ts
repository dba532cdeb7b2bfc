import { type Codec, isRegistryAwaited, Undecodable } from '@offset-zero/contracts';
import type { Desk } from '../consume/commit.process.ts';
import { textOf } from '../consume/sort-error.ts';
import type { Whole } from './browse.table.ts';
import type { ParkedDetail } from './parked.ts';

type Decoded = ParkedDetail['decoded'];

/** Everything that is known of a parked message; `desk` is that of its subscription, if this process has it. */
export async function detailOf(whole: Whole, desk: Desk | undefined): Promise<ParkedDetail> {
  const { message, key, value, headers, history } = whole;
  return {
    ...message,
    headers,
    keyBytes: key?.toString('base64') ?? null,
    valueBytes: value?.toString('base64') ?? null,
    decoded: await decodedOf(whole, desk),
    history,
  };
}

async function decodedOf({ message, value }: Whole, desk: Desk | undefined): Promise<Decoded> {
  if (value === null) return { record: '', value: null };
  if (!desk) return { why: `${message.subscription} is no subscription of this process` };
  if (message.code === 'killed-the-process') return { why: 'not tried: it may be what the process died of' };
  return decode(desk.codec, desk.subscription.topic, value);
}

async function decode(codec: Codec, topic: Desk['subscription']['topic'], value: Buffer): Promise<Decoded> {
  try {
    await codec.learn([value]);
    const decoded = codec.decode(topic, value);
    if (decoded.known) return { record: decoded.record, value: decoded.value };
    return { why: `${topic.name} has no record ${decoded.record} here` };
  } catch (error) {
    if (error instanceof Undecodable || isRegistryAwaited(error)) return { why: textOf(error) };
    throw error;
  }
}
