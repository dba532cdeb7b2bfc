import { whole } from '../arguments.ts';
import type { Command } from './command.ts';
import type { ParkedMessage } from './parked-messages.ts';
import { part } from './service.ts';
import { subscriptionsOf } from './subscriptions.ts';
import { short } from './table.ts';

interface Detail extends ParkedMessage {
  topic: string;
  time: number;
  bytes: number;
  headers: Record<string, unknown>;
  valueBytes: string | null;
  decoded: { record: string; value: unknown } | { why: string };
  history: { at: string; error: string }[];
}

const MOST_BYTES = 2_000;

/** `npm run ops -- inspect` */
export const inspect: Command = {
  usage: '<subscription> <partition> <offset>',
  about: 'all there is of one parked message: value, headers, bytes and history',
  takes: [3, 3],
  async run({ service, args }, { say }) {
    const [subscription = '', partition, offset] = args;
    const place = [subscription, whole(partition, 'The partition')!, whole(offset, 'The offset')!];
    await subscriptionsOf(service, subscription);
    const found = await service.get<Detail>(`parked/${place.map(part).join('/')}`);
    for (const line of lines(found)) say(line);
    return found;
  },
};

function lines(found: Detail): string[] {
  const { topic, partition, offset, key, state, code, error, waitsFor, parkedAt, time } = found;
  const fields: [string, string][] = [
    ['message', `${topic}/${partition}@${offset}`],
    ['key', short(key, 200)],
    ['written', new Date(time).toISOString()],
    ['parked', `${parkedAt}, ${state}, ${code}`],
    ['error', short(error, 500)],
    ...(waitsFor === undefined ? [] : [['waits for', short(waitsFor, 200)] as [string, string]]),
    ...Object.entries(found.headers).map(([name, value]): [string, string] => [
      `header ${short(name)}`,
      short(typeof value === 'string' ? value : JSON.stringify(value), 200),
    ]),
    ...found.history.map(({ at, error }): [string, string] => [`failed ${at}`, short(error, 200)]),
    ['value', valueOf(found)],
    ['bytes', bytesOf(found)],
  ];
  const width = Math.max(...fields.map(([name]) => name.length));
  return fields.map(([name, value]) => `${name.padEnd(width)}  ${value}`);
}

function valueOf({ decoded }: Detail): string {
  if ('why' in decoded) return `cannot be decoded: ${short(decoded.why, 500)}`;
  return decoded.value === null ? '(tombstone)' : `${decoded.record} ${JSON.stringify(decoded.value)}`;
}

function bytesOf({ valueBytes, bytes }: Detail): string {
  if (valueBytes === null) return 'none';
  return `${bytes}, ${valueBytes.length > MOST_BYTES ? 'in whole with --json' : `base64: ${valueBytes}`}`;
}
