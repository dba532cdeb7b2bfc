import autocannon from 'autocannon';
import { deploy } from '@offset-zero/contracts';
import { createKafka } from '@offset-zero/kafka';
import { bearer, freshDatabase, issuer, type Servers } from '@offset-zero/testing';
import { median, type Result } from './result.ts';
import { type RunningService, startService } from './service.process.ts';

const ROUNDS = 5;
const SECONDS = 5;
const CONNECTIONS = 20;

const JSON_BODY = { 'content-type': 'application/json' };
const body = JSON.stringify({
  firstName: 'Peter',
  lastName: 'Muster',
  email: 'peter.muster@example.org',
  category: 'B',
  address: { street: 'Münstergasse 5', postalCode: '3011', city: 'Bern', country: 'CH' },
});

interface Load {
  rate: number;
  p99: number;
}

/**
 * The price of safety: POST and GET /customers beside TypeORM save() + send, and findOne; relay running. Ours checks the
 * token of every call; the peer gets the same header and looks at none, so that is part of the price.
 */
export async function run(servers: Servers): Promise<Result[]> {
  const kafka = createKafka({ brokers: servers.brokers, clientId: 'bench' });
  await deploy({ kafka, registryUrl: servers.registryUrl, relays: ['customer-service'], log: () => {} });
  const trusted = await issuer();
  const databases = [await freshDatabase('bench'), await freshDatabase('bench')] as const;
  const env = (database: { url: string }) => ({
    DATABASE_URL: database.url,
    KAFKA_BROKERS: servers.brokers.join(','),
    REGISTRY_URL: servers.registryUrl,
    LOG_LEVEL: 'warn',
    OIDC_ISSUER: trusted.url,
  });
  const clerk = await bearer({ role: 'clerk' });
  const ours = await startService('apps/customer-service/dist/main.js', env(databases[0]), '/health/ready');
  const peer = await startService(
    'bench/dist/main.js',
    env(databases[1]),
    '/customers/00000000-0000-7000-8000-000000000000',
  );
  try {
    const [writes, reads] = [await compare(ours, peer, poster(clerk)), await compare(ours, peer, reader(clerk))];
    return [
      ...lines('writes', 'POST /customers', writes, 'TypeORM save() then send()', 1),
      ...lines('reads', 'GET /customers/{id}', reads, 'TypeORM findOne', 1.5),
    ];
  } finally {
    await Promise.all([ours.stop(), peer.stop()]);
    await Promise.all(databases.map((database) => database.drop()));
  }
}

type Request = (service: RunningService) => Promise<Load>;

/** Rounds in turn, the order reversed every other round, so that a drifting machine hits both alike. */
async function compare(
  ours: RunningService,
  peer: RunningService,
  request: Request,
): Promise<{ ours: Load; peer: Load }[]> {
  await request(ours);
  await request(peer);
  const rounds: { ours: Load; peer: Load }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    if (round % 2 === 0) rounds.push({ ours: await request(ours), peer: await request(peer) });
    else {
      const second = await request(peer);
      rounds.push({ ours: await request(ours), peer: second });
    }
  }
  return rounds;
}

type Headers = Record<string, string>;

const posting = (caller: Headers) => ({ method: 'POST', headers: { ...JSON_BODY, ...caller }, body }) as const;

const poster =
  (caller: Headers): Request =>
  (service) =>
    load({ url: `${service.url}/customers`, ...posting(caller) });

function reader(caller: Headers): Request {
  const known = new Map<string, string>();
  return async (service) => {
    if (!known.has(service.url)) known.set(service.url, await register(service, caller));
    return load({ url: `${service.url}/customers/${known.get(service.url)}`, headers: caller });
  };
}

async function register({ url }: RunningService, caller: Headers): Promise<string> {
  const response = await fetch(`${url}/customers`, posting(caller));
  return ((await response.json()) as { customerId: string }).customerId;
}

async function load(options: autocannon.Options): Promise<Load> {
  const result = await autocannon({ ...options, connections: CONNECTIONS, duration: SECONDS });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${options.url}: ${result.non2xx} refused, ${result.errors} errors`);
  return { rate: result.requests.average, p99: result.latency.p99 };
}

function lines(
  bench: string,
  what: string,
  rounds: { ours: Load; peer: Load }[],
  to: string,
  expected: number,
): Result[] {
  const of = median(rounds.map(({ ours, peer }) => ours.rate / peer.rate));
  return [
    { bench, what, value: median(rounds.map(({ ours }) => ours.rate)), unit: 'req/s', ratio: { to, of, expected } },
    { bench, what: `  beside: ${to}`, value: median(rounds.map(({ peer }) => peer.rate)), unit: 'req/s' },
    { bench, what: `${what} p99`, value: median(rounds.map(({ ours }) => ours.p99)), unit: 'ms' },
    { bench, what: `  beside: ${to} p99`, value: median(rounds.map(({ peer }) => peer.p99)), unit: 'ms' },
  ];
}
