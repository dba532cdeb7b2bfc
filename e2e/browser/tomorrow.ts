import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { registryUrl } from '../shop.process.ts';

/** The command as a service of tomorrow will write it: with a field more, whose schema nobody has registered yet. */
const today = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', 'schemas', 'stock-commands', 'ReleaseStock.avsc'), 'utf8'),
) as { fields: object[] };
const schema = { ...today, fields: [...today.fields, { name: 'note', type: 'string', default: '' }] };

const SUBJECT = 'e2e-release-stock-of-tomorrow';
const JSON_TYPE = { 'content-type': 'application/vnd.schemaregistry.v1+json' };

async function ask<T>(path: string, init?: RequestInit): Promise<T> {
  const answer = await fetch(`${registryUrl}${path}`, init);
  if (!answer.ok) throw new Error(`the registry answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** The id that the registry gives to the next schema. */
export async function nextId(): Promise<number> {
  const subjects = await ask<string[]>('/subjects');
  const latest = subjects.map((subject) =>
    ask<{ id: number }>(`/subjects/${encodeURIComponent(subject)}/versions/latest`),
  );
  return Math.max(...(await Promise.all(latest)).map(({ id }) => id)) + 1;
}

/** Registers the schema; its id. */
export async function register(): Promise<number> {
  const body = JSON.stringify({ schema: JSON.stringify(schema) });
  const { id } = await ask<{ id: number }>(`/subjects/${SUBJECT}/versions`, {
    method: 'POST',
    headers: JSON_TYPE,
    body,
  });
  return id;
}

/** A message in it, for an order: Confluent's frame, then by hand in Avro: text, long 0, empty text. */
export function message(id: number, orderId: string): Buffer {
  const text = Buffer.from(orderId);
  const frame = Buffer.alloc(5);
  frame.writeInt32BE(id, 1);
  const length = 2 * text.length; // zigzag; one byte up to 63 letters
  return Buffer.concat([frame, Buffer.from([length]), text, Buffer.from([0, 0])]);
}
