import type { IdentitySettings } from '@offset-zero/auth';
import { readIdentity } from '../auth/settings.ts';
import type { Manifest } from '../manifest.ts';
import { readTracing, type TracingSettings } from '../tracing/settings.ts';
import { Env } from './env.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Where the service finds what it stands on. Empty for a service without a database. */
export interface Config {
  host: string;
  port: number;
  /** Addresses and networks of proxies that are believed when they say in X-Forwarded-For whom they ask for. */
  trustedProxies: string[];
  logLevel: (typeof LOG_LEVELS)[number];
  /** Which build runs, for people. */
  version: string;
  /** Undefined: no traces are recorded. */
  tracing?: TracingSettings;
  identity: IdentitySettings;
  databaseUrl: string;
  brokers: string[];
  registryUrl: string;
}

/** The environment is not usable; `faults` says everything that is wrong with it. */
export class ConfigError extends Error {
  readonly faults: string[];

  constructor(faults: string[]) {
    super(faults.join('\n'));
    this.name = 'ConfigError';
    this.faults = faults;
  }
}

/** Environment to config and the service's own settings; throws one ConfigError with all faults. Pure. */
export function readConfig<Settings extends object>(
  manifest: Manifest,
  variables: Record<string, string | undefined>,
  readSettings: (env: Env) => Settings,
): { config: Config; settings: Settings } {
  const env = new Env(variables);
  const servers = manifest.database
    ? {
        databaseUrl: env.url('DATABASE_URL', ['postgres', 'postgresql']),
        brokers: env.brokers('KAFKA_BROKERS'),
        registryUrl: env.url('REGISTRY_URL', ['http', 'https']),
      }
    : { databaseUrl: '', brokers: [], registryUrl: '' };
  const config: Config = {
    host: env.text('HOST', '127.0.0.1'),
    port: env.integer('PORT', { min: 0, max: 65_535 }, manifest.port),
    trustedProxies: env.networks('TRUSTED_PROXIES'),
    logLevel: env.oneOf('LOG_LEVEL', LOG_LEVELS, 'info'),
    version: env.text('SERVICE_VERSION', 'dev'),
    tracing: readTracing(env),
    identity: readIdentity(env),
    ...servers,
  };
  const settings = readSettings(env);
  if (env.faults.length > 0) throw new ConfigError(env.faults);
  return { config, settings };
}
