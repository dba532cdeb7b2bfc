import type { LiveRecord } from '@offset-zero/live';
import type { components } from '../../api/generated/openapi.d.ts';
import type { Formats, Money } from '../../i18n/format.ts';

/** A record, as the event hub finds it in the log or as the live stream brings it. */
export type LogRecord = components['schemas']['TopicRecord'] | LiveRecord;

export const placeOf = ({ partition, offset }: LogRecord): string => `${partition}/${offset}`;

/** Live records before those from the log, each once: newest first. */
export function together(live: readonly LogRecord[], stored: readonly LogRecord[]): LogRecord[] {
  const known = new Set(live.map(placeOf));
  return [...live, ...stored.filter((record) => !known.has(placeOf(record)))];
}

/** Its key is an order's id: the schema says so, in whichever topic. */
export const isOfOrder = ({ key, value }: LogRecord): boolean => key !== null && value?.orderId === key;

/** As the reader's language writes them. */
export type Wording = Pick<Formats, 'money' | 'dateTime' | 'number'>;

/** A value in one line, as people read it. */
export const oneLine = (value: LogRecord['value'], wording: Wording): string =>
  value === null
    ? ''
    : Object.entries(value)
        .map(([name, each]) => `${name}: ${short(name, each, wording)}`)
        .join(' · ');

function short(name: string, value: unknown, { money, dateTime, number }: Wording): string {
  if (Array.isArray(value)) return `[${value.length}]`;
  if (typeof value === 'number') return isTime(name, value) ? dateTime(value) : number(value);
  if (typeof value !== 'object' || value === null) return String(value);
  return isMoney(value) ? money(value) : '{…}';
}

/** As far as a date reaches, ms to both sides of 1970. */
const LAST_DAY = 8.64e15;

/** The times of the contract are called `…At`, in milliseconds since 1970; 0 is not told. */
const isTime = (name: string, value: number): boolean => name.endsWith('At') && Math.abs(value) <= LAST_DAY;

/** A tail shows whatever lies in the log: also what says that it is money, and is not. */
const isMoney = (value: object): value is Money =>
  'amountMinor' in value &&
  'currency' in value &&
  typeof value.amountMinor === 'number' &&
  /^[A-Z]{3}$/.test(String(value.currency));

const ID = /^[\da-f]{8}-[\da-f-]{27}$/;

/** The same without what is empty, not told or said already, and with ids, which nobody reads, at the end. */
export const gistOf = (record: LogRecord, wording: Wording): string =>
  oneLine(
    record.value &&
      Object.fromEntries(
        Object.entries(record.value)
          .filter(([name, value]) => value !== record.key && value !== null && value !== '' && name !== 'version')
          .filter(([name, value]) => value !== 0 || !isTime(name, value))
          .sort(([, a], [, b]) => Number(ID.test(String(a))) - Number(ID.test(String(b)))),
      ),
    wording,
  );
