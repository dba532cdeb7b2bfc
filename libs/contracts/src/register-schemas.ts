import { RegistryUnavailable } from './errors.ts';
import { asRegistered } from './registry.ts';
import type { RecordType, Topic } from './topic.ts';

/** The registry refuses a schema: a reader or a writer of some released version could not live with it. */
export class IncompatibleSchema extends Error {
  override name = 'IncompatibleSchema';
}

const COMPATIBILITY = 'FULL_TRANSITIVE';
const JSON_TYPE = 'application/vnd.schemaregistry.v1+json';
const TIMEOUT_MS = 10_000;
const REFUSED = [409, 422];

interface Answer {
  status: number;
  body: { id?: number; message?: string; compatibilityLevel?: string };
}

/** Holds every subject to FULL_TRANSITIVE, then registers its schema. Registered again, it is the same. */
export async function registerSchemas(registryUrl: string, topics: Topic[], log: (line: string) => void) {
  const call = caller(registryUrl);
  for (const record of topics.flatMap((topic) => Object.values(topic.records))) {
    await holdToCompatibility(call, record.subject, log);
    await register(call, record, log);
  }
}

type Call = (method: string, path: string, body?: object) => Promise<Answer>;

const caller =
  (registryUrl: string): Call =>
  async (method, path, body) => {
    try {
      const answer = await fetch(`${registryUrl}${path}`, {
        method,
        headers: { 'content-type': JSON_TYPE },
        body: body && JSON.stringify(body),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      if (answer.status >= 500) throw new Error(`${method} ${path} answers ${answer.status}`);
      return { status: answer.status, body: (await answer.json()) as Answer['body'] };
    } catch (error) {
      throw new RegistryUnavailable(`${registryUrl}: ${(error as Error).message}`, { cause: error });
    }
  };

async function register(
  call: Call,
  { subject, schema, released }: RecordType,
  log: (line: string) => void,
): Promise<void> {
  const path = `/subjects/${encodeURIComponent(subject)}`;
  const text = { schema: asRegistered(schema).schema };
  const known = await call('POST', path, text);
  if (known.status === 200) return;
  const { status, body } = await call('POST', `${path}/versions`, text);
  if (REFUSED.includes(status)) throw new IncompatibleSchema(`${subject}: ${body.message}`);
  if (status !== 200) throw new RegistryUnavailable(`${subject}: the registry answers ${status} ${body.message}`);
  log(
    `schema ${subject} registered, id ${body.id}${released.includes(schema) ? '' : ', although it is not released yet'}`,
  );
}

async function holdToCompatibility(call: Call, subject: string, log: (line: string) => void): Promise<void> {
  const path = `/config/${encodeURIComponent(subject)}`;
  const { body } = await call('GET', path);
  if (body.compatibilityLevel === COMPATIBILITY) return;
  const { status } = await call('PUT', path, { compatibility: COMPATIBILITY });
  if (status !== 200) throw new RegistryUnavailable(`${subject}: the compatibility cannot be set (${status})`);
  log(`schema ${subject} held to ${COMPATIBILITY}`);
}
