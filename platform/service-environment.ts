import type { Manifest } from '@offset-zero/service/manifest';
import { IDENTITY, urlVariable } from './environment.ts';

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
  /** Whose tokens are taken, and where that one keeps its secrets when it is ours. */
  issuer: string;
  identityDir: string;
}

/**
 * The environment of one service: its own port and database, the shared Kafka and registry, whose tokens it takes, and
 * where those listen whom it asks.
 */
export function serviceEnvironment(
  manifest: Manifest,
  o: Surroundings,
  inherited: NodeJS.ProcessEnv,
): NodeJS.ProcessEnv {
  return {
    ...passedOn(inherited),
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: String(o.ports.get(manifest.name)),
    KAFKA_BROKERS: o.brokers,
    REGISTRY_URL: o.registryUrl,
    OIDC_ISSUER: o.issuer,
    ...(o.databaseUrl && { DATABASE_URL: o.databaseUrl }),
    ...(manifest.name === IDENTITY.name && {
      IDENTITY_DIR: o.identityDir,
      IDENTITY_WEB_ORIGINS: webOrigins(o.ports.get('api-gateway'), inherited.IDENTITY_WEB_ORIGINS),
    }),
    ...Object.fromEntries(
      manifest.asks.map((name) => [urlVariable(name), inherited[urlVariable(name)] || at(o.ports.get(name))]),
    ),
  };
}

const at = (port: number | undefined): string => `http://127.0.0.1:${port}`;

/** People call their own machine by both names. */
const webOrigins = (port: number | undefined, more = ''): string =>
  [`http://127.0.0.1:${port}`, `http://localhost:${port}`, ...more.split(',')].filter(Boolean).join(',');
