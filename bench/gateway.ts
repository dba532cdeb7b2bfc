import autocannon from 'autocannon';
import { deploy } from '@offset-zero/contracts';
import { createKafka } from '@offset-zero/kafka';
import { bearer, freshDatabase, issuer, type Servers } from '@offset-zero/testing';
import { customerOf } from './customers.ts';
import { startNginx } from './nginx.process.ts';
import { median, type Result } from './result.ts';
import { type RunningService, startService } from './service.process.ts';

const ROUNDS = 28;
const SECONDS = 1;
const WARM_UP_SECONDS = 10;
const CONNECTIONS = 20;
const EXPECTED = 0.7;

interface Load {
  rate: number;
  p99: number;
}

type Headers = Record<string, string>;

/**
 * What the door costs: GET /customers/{id} of one customer-service, called directly, through the gateway, and through
 * nginx. All calls carry a token; the service checks it, the gateway checks it too, counts, balances and watches; nginx
 * only passes on. Everything shares the same cores, the client as well.
 */
export async function run(servers: Servers): Promise<Result[]> {
  const kafka = createKafka({ brokers: servers.brokers, clientId: 'bench' });
  await deploy({ kafka, registryUrl: servers.registryUrl, relays: ['customer-service'], log: () => {} });
  const shared = { LOG_LEVEL: 'warn', OIDC_ISSUER: (await issuer()).url };
  const database = await freshDatabase('bench');
  const began: RunningService[] = [];
  const start = async (main: string, env: Headers): Promise<RunningService> => {
    const service = await startService(main, { ...shared, ...env }, '/health/ready');
    began.push(service);
    return service;
  };
  try {
    const service = await start('apps/customer-service/dist/main.js', {
      DATABASE_URL: database.url,
      KAFKA_BROKERS: servers.brokers.join(','),
      REGISTRY_URL: servers.registryUrl,
    });
    const gateway = await start('apps/api-gateway/dist/main.js', {
      CUSTOMER_SERVICE_URL: service.url,
      RATE_LIMIT: '1000000000',
      KAFKA_BROKERS: servers.brokers.join(','),
      REGISTRY_URL: servers.registryUrl,
    });
    const nginx = await startNginx(service.url);
    if (nginx !== undefined) began.push(nginx);
    const caller = await bearer({ role: 'clerk' });
    const path = `/customers/${await register(service, caller)}`;
    return results(
      await compare(
        new Map([
          ['direct', service.url + path],
          ['gateway', `${gateway.url}/api${path}`],
          ...(nginx ? [['nginx', nginx.url + path] as const] : []),
        ]),
        caller,
      ),
    );
  } finally {
    await Promise.all(began.map((each) => each.stop()));
    await database.drop();
  }
}

async function register({ url }: RunningService, caller: Headers): Promise<string> {
  const { firstName, lastName, email, category, address } = customerOf(1);
  const response = await fetch(`${url}/customers`, {
    method: 'POST',
    headers: { ...caller, 'content-type': 'application/json' },
    body: JSON.stringify({ firstName, lastName, email, category, address }),
  });
  return ((await response.json()) as { customerId: string }).customerId;
}

type Ways = ReadonlyMap<string, string>;

/**
 * Short rounds in turn, the order reversed every other round, so that a drifting machine hits all alike; before them each
 * way until the compiler has done with it: else the service, which answers in all of them, would be the only warm one.
 */
async function compare(ways: Ways, caller: Headers): Promise<Map<string, Load>[]> {
  const names = [...ways.keys()];
  for (const url of ways.values()) await load(url, caller, WARM_UP_SECONDS);
  const rounds: Map<string, Load>[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const loads = new Map<string, Load>();
    for (const name of round % 2 === 0 ? names : names.toReversed())
      loads.set(name, await load(ways.get(name)!, caller, SECONDS));
    rounds.push(loads);
  }
  return rounds;
}

async function load(url: string, headers: Headers, duration: number): Promise<Load> {
  const result = await autocannon({ url, headers, connections: CONNECTIONS, duration });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} errors`);
  return { rate: result.requests.total / result.duration, p99: result.latency.p99 };
}

function results(rounds: Map<string, Load>[]): Result[] {
  const ours = (of: keyof Load) => median(rounds.map((round) => round.get('gateway')![of]));
  const beside = (peer: string, of: keyof Load) =>
    median(rounds.map((round) => round.get('gateway')![of] / round.get(peer)![of]));
  const peers = [...rounds[0]!.keys()].filter((name) => name !== 'gateway');
  const called = (peer: string) => (peer === 'direct' ? 'the service called directly' : `${peer} as reverse proxy`);
  return peers.flatMap((peer): Result[] => [
    {
      ...{ bench: 'gateway', what: 'GET /customers/{id}', value: ours('rate'), unit: 'req/s' },
      ratio: { to: called(peer), of: beside(peer, 'rate'), ...(peer === 'direct' && { expected: EXPECTED }) },
    },
    {
      ...{ bench: 'gateway', what: 'GET /customers/{id} p99', value: ours('p99'), unit: 'ms' },
      ratio: { to: called(peer), of: beside(peer, 'p99') },
    },
    ...(['rate', 'p99'] as const).map((of) => ({
      ...{ bench: 'gateway', what: `  beside: ${called(peer)}${of === 'p99' ? ' p99' : ''}` },
      ...{ value: median(rounds.map((round) => round.get(peer)![of])), unit: of === 'rate' ? 'req/s' : 'ms' },
    })),
  ]);
}
