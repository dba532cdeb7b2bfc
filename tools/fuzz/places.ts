/* eslint-disable @nx/enforce-module-boundaries -- whoever is behind the gateway is asked without it, too */
import { join } from 'node:path';
import { loadSettings, root, type Settings } from '@offset-zero/platform/environment';
import { services } from '../../apps/api-gateway/src/upstreams/table.ts';
import { apiGateway } from '../../apps/api-gateway/src/service.ts';
import type { Places } from './targets.ts';

/** Where the shop that the environment names is. */
export function places({ portOf }: Pick<Settings, 'portOf'> = loadSettings()): Places {
  const url = (service: { name: string; port: number }) => `http://127.0.0.1:${portOf(service)}`;
  return {
    document: join(root, 'docs/openapi.json'),
    gateway: url(apiGateway),
    services: services.map((service) => ({ name: service.name, url: url(service) })),
  };
}
