import { readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKafka, type Kafka, readLog } from '@offset-zero/kafka';
import { eraseData, openDataDir } from '@offset-zero/platform/data-dir.process';
import { readSettings, root } from '@offset-zero/platform/environment';
import { startGuard } from '@offset-zero/platform/guard.process';
import { findApps } from '@offset-zero/platform/manifests.process';
import { freePorts } from '@offset-zero/platform/ports.process';
import { createSystem } from '@offset-zero/platform/system.process';
import type { Supervised } from '@offset-zero/platform/supervise.process';
import { connect, sqlOf } from '@offset-zero/postgres';
import { eventually } from '@offset-zero/testing';
import { createGate, type Gate } from '@offset-zero/testing/gate';

const SERVICES = ['customer-service', 'order-service'];

/**
 * Servers, customer-service and order-service of this test's own; the services reach each server through a gate. Customers
 * go in over HTTP and come out in the log and in the view of order-service.
 */
export interface World {
  gates: { postgres: Gate; kafka: Gate; registry: Gate };
  /** A server or a service by its name. */
  process(name: string): Supervised;
  /** Where a service listens. */
  at(service: string): string;
  kafka: Kafka;
  registryUrl: string;
  /** Rows of the database of a service, read past the gate. */
  rows<Row extends object>(service: string, text: string): Promise<Row[]>;
  close(): Promise<void>;
}

/** `prepare` may arrange the data folder before anything lies in it. */
export async function openWorld(prepare: (dataDir: string) => void = () => {}): Promise<World> {
  const path = mkdtempSync(join(tmpdir(), 'offset-zero-faults-'));
  prepare(path);
  const [kafka, kafkaController, registry, postgres, gatedKafka, customers, orders] = await freePorts(7);
  const settings = readSettings({
    ...{ DATA_DIR: path, KAFKA_PORT: `${kafka}`, KAFKA_CONTROLLER_PORT: `${kafkaController}` },
    ...{ REGISTRY_PORT: `${registry}`, POSTGRES_PORT: `${postgres}` },
    ...{ CUSTOMER_SERVICE_PORT: `${customers}`, ORDER_SERVICE_PORT: `${orders}` },
  });
  const gates = {
    postgres: await createGate(postgres!),
    kafka: await createGate(gatedKafka!),
    registry: await createGate(registry!),
  };
  const dataDir = await openDataDir(path);
  const guard = startGuard(dataDir.pids);
  const system = createSystem({
    settings,
    apps: await findApps(root),
    dataDir,
    tell: () => {},
    detours: {
      listeners: [{ name: 'GATED', port: gatedKafka!, advertised: gates.kafka.port }],
      of: (_, direct) => ({
        brokers: gates.kafka.address,
        registryUrl: through(gates.registry, direct.registryUrl),
        postgresUrl: through(gates.postgres, direct.postgresUrl),
      }),
    },
  });
  const close = async () => {
    await system.stop();
    await guard.dismiss();
    await Promise.all(Object.values(gates).map((gate) => gate.close()));
    dataDir.release();
    eraseData(path);
    rmSync(path, { recursive: true, force: true });
  };
  try {
    await system.start((name) => SERVICES.includes(name));
  } catch (error) {
    await close();
    throw error;
  }
  return {
    gates,
    process: (name) => system.all().find((each) => each.name === name)!,
    at: (service) => `http://127.0.0.1:${system.app(service)!.port}`,
    kafka: createKafka({ brokers: system.servers().brokers.split(','), clientId: 'faults' }),
    registryUrl: system.servers().registryUrl,
    async rows<Row extends object>(service: string, text: string) {
      const url = Object.assign(new URL(system.servers().postgresUrl), { pathname: `/${service.replace('-', '_')}` });
      const client = await connect(url.href);
      try {
        return await sqlOf(client).query<Row>(text);
      } finally {
        await client.end();
      }
    },
    close,
  };
}

function through(gate: Gate, direct: string): string {
  return Object.assign(new URL(direct), { host: gate.address }).href;
}

/** One try to register somebody, the same for the same key. Gives the id when it was accepted, else what was answered. */
export async function register(
  world: World,
  key: string = crypto.randomUUID(),
): Promise<{ id?: string; status: number; code?: string }> {
  const body = {
    ...{ firstName: 'Anna', lastName: `Störung ${key}`, email: 'anna@example.org', category: 'B' },
    address: { street: 'Junkerngasse 1', postalCode: '3011', city: 'Bern', country: 'CH' },
  };
  const answer = await fetch(`${world.at('customer-service')}/customers`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(30_000),
  });
  const { customerId, code } = (await answer.json()) as { customerId?: string; code?: string };
  return { id: customerId, status: answer.status, code };
}

/** As a client does that wants to know: the same key, until there is an answer that is one. */
export function registerAtLast(world: World, key: string = crypto.randomUUID()): Promise<string> {
  return eventually(async () => {
    const { id, ...answer } = await register(world, key);
    if (id === undefined) throw new Error(JSON.stringify(answer));
    return id;
  }, 90_000);
}

/** Every accepted customer is in the log exactly once and in the view, nobody else is, and nothing is parked. */
export async function nothingLostNorDoubled(world: World, accepted: readonly string[]): Promise<void> {
  const wanted = [...accepted].sort();
  await eventually(async () => {
    const view = await world.rows<{ customerId: string }>(
      'order-service',
      'select "customerId" from views.' + (await viewOf(world)),
    );
    const have = view.map(({ customerId }) => customerId).sort();
    if (JSON.stringify(have) !== JSON.stringify(wanted))
      throw new Error(`${have.length} of ${wanted.length} in the view`);
  }, 120_000);
  const log = await readLog(world.kafka, 'customer');
  const keys = log.map(({ key }) => key!).sort();
  if (JSON.stringify(keys) !== JSON.stringify(wanted))
    throw new Error(`${keys.length} records for ${wanted.length} customers`);
  const parked = await world.rows('order-service', 'select from messaging.parked');
  if (parked.length > 0) throw new Error(`${parked.length} messages are parked`);
}

/** The table of order-service's view of customers. */
export async function viewOf(world: World): Promise<string> {
  const [generation] = await world.rows<{ id: string }>(
    'order-service',
    `select id from views.generation where view = 'customers'`,
  );
  return generation!.id;
}

/** What /health/ready says: the status and the codes of what is degraded. */
export async function health(
  world: World,
  service: string,
): Promise<{ status: number; because: string[]; degraded: string[] }> {
  const answer = await fetch(`${world.at(service)}/health/ready`);
  const { because, degraded } = (await answer.json()) as { because: string[]; degraded: { code: string }[] };
  return { status: answer.status, because, degraded: degraded.map(({ code }) => code) };
}

export const restarts = (world: World): number[] => SERVICES.map((name) => world.process(name).status().restarts);

/** Seconds of CPU that a process has used (Linux). */
export function cpuSeconds(world: World, name: string): number {
  const TICKS_PER_SECOND = 100;
  const stat = readFileSync(`/proc/${world.process(name).status().pid}/stat`, 'utf8');
  const [utime, stime] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13);
  return (Number(utime) + Number(stime)) / TICKS_PER_SECOND;
}
