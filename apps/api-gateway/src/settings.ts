import { join } from 'node:path';
import { type Env, readIdentity } from '@offset-zero/service';
import type { Limits } from './door/door.http.ts';
import type { QuotaSettings } from './door/quota.ts';
import { liveSettings, type LiveSettings } from './live/settings.ts';
import { type Addresses, addressesOf } from './upstreams/addresses.ts';
import type { CircuitSettings } from './upstreams/instance.http.ts';
import { services } from './upstreams/table.ts';

export interface GatewaySettings {
  /** Name of a service → where its instances are. */
  addresses: ReadonlyMap<string, Addresses>;
  /** Milliseconds a service may be silent, on top of what the client asked it to wait. */
  timeoutMs: number;
  circuit: CircuitSettings;
  limits: Limits<QuotaSettings>;
  /** How long the headers and the whole of a request may take to arrive, and how large its headers may be. */
  intake: { headersMs: number; requestMs: number; headerBytes: number };
  /** Other origins whose pages may call. */
  corsOrigins: string[];
  /** Undefined: standard output. */
  auditFile?: string;
  live: LiveSettings;
  /** Where the web app is, and what it has to know. */
  web: { root: string; issuer: string; clientId: string; audience: string; rolesClaim: string };
}

const WEB_APP = join(import.meta.dirname, '../../shop-web/dist');
const MINUTE_MS = 60_000;

export function gatewaySettings(env: Env): GatewaySettings {
  const { issuer, audience, rolesClaim } = readIdentity(env);
  const milliseconds = (name: string, fallback: number) => env.integer(name, { min: 50, max: 120_000 }, fallback);
  const count = (name: string, fallback: number) => env.integer(name, { min: 1, max: 1_000_000_000 }, fallback);
  return {
    addresses: new Map(services.map((upstream) => [upstream.name, addressesOf(env, upstream)])),
    timeoutMs: milliseconds('UPSTREAM_TIMEOUT_MS', 10_000),
    circuit: { failures: count('CIRCUIT_FAILURES', 5), openMs: milliseconds('CIRCUIT_OPEN_MS', 1_000) },
    limits: {
      calls: { max: count('RATE_LIMIT', 10_000), windowMs: count('RATE_LIMIT_WINDOW_SECONDS', 10) * 1_000 },
      failures: { max: count('AUTH_FAILURE_LIMIT', 100), windowMs: MINUTE_MS },
    },
    intake: {
      headersMs: milliseconds('HEADERS_TIMEOUT_MS', 10_000),
      requestMs: milliseconds('REQUEST_TIMEOUT_MS', 30_000),
      headerBytes: env.integer('MAX_HEADER_BYTES', { min: 1_024, max: 1_048_576 }, 16_384),
    },
    corsOrigins: env.urls('CORS_ORIGINS', ['http', 'https'], ''),
    auditFile: env.text('AUDIT_FILE', '') || undefined,
    live: liveSettings(env),
    web: {
      root: env.text('WEB_ROOT', WEB_APP),
      ...{ issuer, audience, rolesClaim, clientId: env.text('OIDC_WEB_CLIENT_ID', 'shop-web') },
    },
  };
}
