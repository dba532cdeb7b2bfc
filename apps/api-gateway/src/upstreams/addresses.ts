import type { Upstream } from './table.ts';

/** As much of the reader of settings as is needed here. */
export interface Settings {
  urls(name: string, protocols: readonly string[], fallback: string): string[];
  integer(name: string, range: { min: number; max: number }, fallback: number): number;
}

/** Where the instances of a service are. */
export interface Addresses {
  stable: string[];
  /** Those of the version that is being tried; empty when none is. */
  canary: string[];
  /** Percent of the clients that get the canary. */
  canaryWeight: number;
}

const HTTP = ['http', 'https'];

/** `ORDER_SERVICE_URL=http://a:1,http://b:2`, `ORDER_SERVICE_CANARY_URL`, `ORDER_SERVICE_CANARY_WEIGHT`. */
export const addressesOf = (settings: Settings, { env, port }: Upstream): Addresses => ({
  stable: settings.urls(`${env}_URL`, HTTP, `http://127.0.0.1:${port}`),
  canary: settings.urls(`${env}_CANARY_URL`, HTTP, ''),
  canaryWeight: settings.integer(`${env}_CANARY_WEIGHT`, { min: 0, max: 100 }, 0),
});
