import { BadCursor } from './errors.ts';
import type { ParkedPlace } from './parked.ts';

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.isWellFormed() && !value.includes('\0');
const isInteger = (value: unknown, most: number): value is number =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most;

/** Where a page ended, as one opaque word. */
export const cursorOf = ({ subscription, topic, partition, offset }: Required<ParkedPlace>): string =>
  Buffer.from(JSON.stringify([subscription, topic, partition, offset])).toString('base64url');

/** The opposite. Throws `BadCursor`. */
export function placeOf(cursor: string): Required<ParkedPlace> {
  const [subscription, topic, partition, offset] = parse(cursor);
  if (!isText(subscription) || !isText(topic)) throw new BadCursor(cursor);
  if (!isInteger(partition, 2 ** 31 - 1) || !isInteger(offset, Number.MAX_SAFE_INTEGER)) throw new BadCursor(cursor);
  return { subscription, topic, partition, offset };
}

function parse(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(parts)) return parts;
  } catch (error) {
    throw new BadCursor(cursor, { cause: error });
  }
  throw new BadCursor(cursor);
}

/** The id of an audit entry, as `next` gave it. Throws `BadCursor`. */
export function idOf(cursor: string): number {
  if (!/^\d{1,15}$/.test(cursor)) throw new BadCursor(cursor);
  return Number(cursor);
}
