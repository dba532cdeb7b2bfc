import { SchemaRegistry, SchemaType } from '@kafkajs/confluent-schema-registry';
import type { Type } from 'avsc';
import { avroOptions } from './avro.ts';
import { RegistryUnavailable } from './errors.ts';
import type { RecordSchema } from './schema.ts';

type ClientOptions = ConstructorParameters<typeof SchemaRegistry>[0];
type ClientMiddleware = Partial<ReturnType<NonNullable<ClientOptions['middlewares']>[number]>>;

const RETRY = { maxRetryTimeInSecs: 1, initialRetryTimeInSecs: 0.05, retries: 2 };

/** What the codec asks of a schema registry. A wrong or silent address is `RegistryUnavailable`, never "not found". */
export interface Registry {
  /** The writer's type under an id; undefined when the registry has no such id, or not an Avro schema. */
  writer(id: number): Promise<Type | undefined>;
  /** The id of this very schema in a subject; undefined when it is not registered there. */
  idOf(subject: string, schema: RecordSchema): Promise<number | undefined>;
}

export const asRegistered = (schema: RecordSchema) => ({
  type: SchemaType.AVRO as const,
  schema: JSON.stringify(schema),
});

/** Without it the client waits for a silent server for ever. */
const impatient = (timeoutMs: number) => (): ClientMiddleware => ({
  prepareRequest: (next) => next().then((request) => request.enhance({ timeout: timeoutMs })),
});

/** A registry that speaks Confluent's API at this address. A question unanswered after `timeoutMs` is `RegistryUnavailable`. */
export function connectRegistry(registryUrl: string, timeoutMs = 5_000): Registry {
  const client = new SchemaRegistry(
    { host: registryUrl, retry: RETRY, middlewares: [impatient(timeoutMs)] },
    { [SchemaType.AVRO]: avroOptions as object },
  );

  async function ask<T>(question: Promise<T>): Promise<T | undefined> {
    try {
      return await question;
    } catch (error) {
      const { name, status } = error as { name?: string; status?: number };
      const notFound = status === 404 || name === 'ConfluentSchemaRegistryError';
      if (!notFound && name !== 'ConfluentSchemaRegistryArgumentError') throw unavailable(registryUrl, error);
      if (notFound) await assertRegistry(registryUrl, timeoutMs);
      return undefined;
    }
  }

  return {
    async writer(id) {
      const type = (await ask(client.getSchema(id))) as Type | undefined;
      return type?.typeName === 'record' ? type : undefined;
    },
    idOf: (subject, schema) => ask(client.getRegistryIdBySchema(subject, asRegistered(schema))),
  };
}

const unavailable = (registryUrl: string, cause: unknown) =>
  new RegistryUnavailable(`no answer from the schema registry at ${registryUrl}: ${(cause as Error).message}`, {
    cause,
  });

/** A 404 may also come from a proxy or a wrong path: before it is believed, the address must speak the API. */
async function assertRegistry(registryUrl: string, timeoutMs: number): Promise<void> {
  try {
    const answer = await fetch(`${registryUrl}/schemas/types`, { signal: AbortSignal.timeout(timeoutMs) });
    if (!answer.ok) throw new Error(`GET /schemas/types answers ${answer.status}`);
  } catch (error) {
    throw unavailable(registryUrl, error);
  }
}
