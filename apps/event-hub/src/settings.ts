import type { Env } from '@offset-zero/service';
import { watched } from './watched.ts';

export interface EventHubSettings {
  /** Name of a service → the addresses of its instances. */
  addresses: ReadonlyMap<string, readonly string[]>;
  brokers: string[];
  registryUrl: string;
}

/** Where the services are (`CUSTOMER_SERVICE_URL` and its like, by default their ports on this machine), Kafka and the registry. */
export const eventHubSettings = (env: Env): EventHubSettings => ({
  addresses: new Map(
    watched.map(({ name, env: variable, port }) => [
      name,
      env.urls(variable, ['http', 'https'], `http://127.0.0.1:${port}`),
    ]),
  ),
  brokers: env.brokers('KAFKA_BROKERS'),
  registryUrl: env.url('REGISTRY_URL', ['http', 'https']),
});
