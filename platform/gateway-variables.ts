import type { Variable } from './environment.ts';

const gateway = (name: string, standard: string, about: string): Variable => ({
  ...{ name, standard, about: `api-gateway: ${about}` },
});

/** What the door can be told; apps/api-gateway/src/settings.ts reads it, docs/how-it-works/gateway.md explains it. */
export const gatewayVariables: Variable[] = [
  gateway('UPSTREAM_TIMEOUT_MS', '10000', 'how long it waits for a service'),
  gateway('CIRCUIT_FAILURES', '5', 'how many failures in a row leave an instance of a service out'),
  gateway('CIRCUIT_OPEN_MS', '1000', 'after how long one call may show whether it is back'),
  gateway('RATE_LIMIT', '10000', 'how many calls of one client it takes within a window'),
  gateway('RATE_LIMIT_WINDOW_SECONDS', '10', 'the window'),
  gateway('AUTH_FAILURE_LIMIT', '100', 'how many calls without a good token it takes of one address within a minute'),
  gateway('HEADERS_TIMEOUT_MS', '10000', 'how long the headers of a request may take to arrive'),
  gateway('REQUEST_TIMEOUT_MS', '30000', 'how long all of a request may take to arrive'),
  gateway('MAX_HEADER_BYTES', '16384', 'how large headers may be'),
  gateway('LIVE_STREAMS', '2000', 'how many live streams it holds'),
  gateway('LIVE_STREAMS_PER_CLIENT', '20', 'how many of them one subject may have'),
  gateway('LIVE_RECORDS', '20000', 'how many recent records it keeps for streams that come back'),
  gateway(
    'CORS_ORIGINS',
    '',
    'the origins of pages, beside its own, that may call: `https://a.example,https://b.example`',
  ),
  gateway('AUDIT_FILE', '', 'where the audit is written; by default standard output'),
  gateway('WEB_ROOT', '', 'the folder of the built web app; by default apps/shop-web/dist'),
];

/** Where a service's instances are, for those who do not run on the ports of this machine. */
export const instanceVariables = (service: string, prefix: string): Variable[] => [
  gateway(`${prefix}_URL`, '', `the instances of ${service}, with commas between; by default the one on this machine`),
  gateway(`${prefix}_CANARY_URL`, '', `the instances of ${service} that run a version on trial`),
  gateway(`${prefix}_CANARY_WEIGHT`, '0', `the percent of clients that get the version of ${service} on trial`),
];
