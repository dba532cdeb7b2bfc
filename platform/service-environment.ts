import type { Manifest } from '@offset-zero/service/manifest';
import { urlVariable } from './environment.ts';

/** What only the platform itself may know, and what npm adds. */
const PRIVATE = /^(POSTGRES_URL|POSTGRES_PASSWORD|SERVICE_PASSWORD|DATABASE_URL|INIT_CWD|npm_.*)$/;

/** What of its own environment the platform hands to everything that it starts. */
export const passedOn = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !PRIVATE.test(name)));

export interface Surroundings {
  brokers: string;
  registryUrl: string;
  /** Undefined for a service without a database. */
  databaseUrl?: string;
  /** The ports of all services by name. */
  ports: Map<string, number>;
}

/**
 * The environment of one service: its own port and database, the shared Kafka and registry. A process without a database
 * is a door to the others (the gateway): it is told where they listen. A service is not: it asks nobody.
 */
export function serviceEnvironment(
  manifest: Manifest,
  o: Surroundings,
  inherited: NodeJS.ProcessEnv,
): NodeJS.ProcessEnv {
  const others = [...o.ports].filter(([name]) => name !== manifest.name);
  return {
    ...passedOn(inherited),
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: String(o.ports.get(manifest.name)),
    KAFKA_BROKERS: o.brokers,
    REGISTRY_URL: o.registryUrl,
    ...(o.databaseUrl && { DATABASE_URL: o.databaseUrl }),
    ...(!manifest.database &&
      Object.fromEntries(others.map(([name, port]) => [urlVariable(name), `http://127.0.0.1:${port}`]))),
  };
}
