import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Identity } from '../auth/identity.ts';
import type { Env } from '../config/env.ts';
import type { DocsOptions } from '../docs/openapi.ts';

export interface ServiceOptions<Settings extends object = object> {
  /** The service's own settings, read with the others so that all faults are listed at once; inject them by SETTINGS. */
  settings?: (env: Env) => Settings;
  /** Registers what only Fastify can do, e.g. a proxy, before the routes of Nest. */
  http?: (fastify: FastifyInstance, settings: Settings, log: Logger) => void | Promise<void>;
  /** Registers what has a say before the service asks who calls, e.g. CORS, whose questions come without a token. */
  front?: (fastify: FastifyInstance, settings: Settings, identity: Identity) => void | Promise<void>;
  docs?: DocsOptions;
}

/** Injects the service's own settings: `@Inject(SETTINGS) settings: OrderSettings`. */
export const SETTINGS = Symbol('settings');
