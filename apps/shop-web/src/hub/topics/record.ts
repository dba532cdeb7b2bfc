import type { LiveRecord } from '@offset-zero/live';
import type { components } from '../../api/generated/openapi.d.ts';

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

/** A value in one line. */
export const oneLine = (value: LogRecord['value']): string =>
  value === null
    ? ''
    : Object.entries(value)
        .map(([name, each]) => `${name}: ${short(each)}`)
        .join(' · ');

const short = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.length}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const { amountMinor, currency } = value as { amountMinor?: unknown; currency?: unknown };
  return amountMinor === undefined ? '{…}' : `${amountMinor} ${currency}`;
};

const ID = /^[\da-f]{8}-[\da-f-]{27}$/;

/** The same without what is empty or said already, and with ids, which nobody reads, at the end. */
export const gistOf = (record: LogRecord): string =>
  oneLine(
    record.value &&
      Object.fromEntries(
        Object.entries(record.value)
          .filter(([name, value]) => value !== record.key && value !== null && value !== '' && name !== 'version')
          .sort(([, a], [, b]) => Number(ID.test(String(a))) - Number(ID.test(String(b)))),
      ),
  );
