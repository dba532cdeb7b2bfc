import type { Env } from '@offset-zero/service';
import { services } from './proxy/routes.ts';

export interface GatewaySettings {
  /** Name of a service → its address. */
  addresses: ReadonlyMap<string, string>;
  /** Milliseconds a service may be silent, on top of what the client asked it to wait. */
  timeoutMs: number;
}

/** Where the services are: `CUSTOMER_SERVICE_URL` and its like, by default their ports on this machine. */
export const gatewaySettings = (env: Env): GatewaySettings => ({
  addresses: new Map(
    services.map(({ name, env: variable, port }) => [
      name,
      env.url(variable, ['http', 'https'], `http://127.0.0.1:${port}`),
    ]),
  ),
  timeoutMs: env.integer('UPSTREAM_TIMEOUT_MS', { min: 50, max: 120_000 }, 10_000),
});
