import type { IHeaders } from '@offset-zero/kafka';

type Part = string | { base64: string };
/** Text as it is, other bytes as `{ base64 }`. */
export type StoredHeaders = Record<string, Part | Part[]>;

const isText = (bytes: Buffer): boolean => Buffer.from(bytes.toString()).equals(bytes);

function toPart(value: Buffer | string): Part {
  const bytes = Buffer.from(value as string);
  return isText(bytes) ? bytes.toString() : { base64: bytes.toString('base64') };
}

const toBytes = (part: Part): Buffer =>
  typeof part === 'string' ? Buffer.from(part) : Buffer.from(part.base64, 'base64');

/** Headers as JSON that people can read and from which the same bytes come back. */
export function storeHeaders(headers: IHeaders | undefined): string {
  const stored: StoredHeaders = {};
  for (const [name, value] of Object.entries(headers ?? {})) {
    if (value !== undefined) stored[name] = Array.isArray(value) ? value.map(toPart) : toPart(value);
  }
  return JSON.stringify(stored);
}

/** The headers as they came. */
export function restoreHeaders(stored: StoredHeaders): IHeaders {
  return Object.fromEntries(
    Object.entries(stored).map(([name, value]) => [name, Array.isArray(value) ? value.map(toBytes) : toBytes(value)]),
  );
}
