/** The registry does not answer, or not as a registry does: wait and try again. */
export class RegistryUnavailable extends Error {
  override name = 'RegistryUnavailable';
}

/** The registry does not have our compiled schema: deploy has not run. */
export class SchemaNotRegistered extends Error {
  override name = 'SchemaNotRegistered';
  readonly subject: string;

  constructor(subject: string) {
    super(`the registry does not know our schema of ${subject}: run the deploy step`);
    this.subject = subject;
  }
}

/** `lookUp` has not yet found the id of this record's schema. */
export class SchemaIdUnknown extends Error {
  override name = 'SchemaIdUnknown';
  readonly subject: string;

  constructor(subject: string) {
    super(`the id of our schema of ${subject} has not been looked up`);
    this.subject = subject;
  }
}

/** True for what waiting heals: the registry comes back, the deploy step registers our schema, `lookUp` finds its id. */
export const isRegistryAwaited = (error: unknown): boolean =>
  error instanceof RegistryUnavailable || error instanceof SchemaNotRegistered || error instanceof SchemaIdUnknown;

/** The value does not fit its schema. `paths` name the offending fields: `lines.0.quantity`. */
export class InvalidValue extends Error {
  override name = 'InvalidValue';
  readonly record: string;
  readonly paths: string[];

  constructor(record: string, paths: string[], options?: ErrorOptions) {
    super(`not a ${record}: ${paths.join(', ')}`, options);
    this.record = record;
    this.paths = paths;
  }
}

export type UndecodableCode = 'not-avro-framed' | 'unknown-schema-id' | 'undecodable-value';

/** These bytes will never be a value: retrying does not help. */
export class Undecodable extends Error {
  override name = 'Undecodable';
  readonly code: UndecodableCode;

  constructor(code: UndecodableCode, detail: string, options?: ErrorOptions) {
    super(detail, options);
    this.code = code;
  }
}
