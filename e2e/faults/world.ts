import { readFileSync } from 'node:fs';
import { createKafka, type Kafka } from '@offset-zero/kafka';
import { readSettings, root } from '@offset-zero/platform/environment';
import { findApps } from '@offset-zero/platform/manifests.process';
import { freePorts } from '@offset-zero/platform/ports.process';
import { createSystem } from '@offset-zero/platform/system.process';
import type { Supervised } from '@offset-zero/platform/supervise.process';
import { openTemporaryData } from '@offset-zero/platform/temporary-data.process';
import { type Role, tokenFor } from '@offset-zero/platform/token.process';
import { connect, sqlOf } from '@offset-zero/postgres';
import { createGate, type Gate } from '@offset-zero/testing/gate';

const SERVICES = ['customer-service', 'order-service'];
const STARTED = [...SERVICES, 'identity'];

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
  /** What lets a clerk in there. */
  token(role?: Role): Promise<string>;
  kafka: Kafka;
  registryUrl: string;
  /** Rows of the database of a service, read past the gate. */
  rows<Row extends object>(service: string, text: string): Promise<Row[]>;
  close(): Promise<void>;
}

/** `prepare` may arrange the data folder before anything lies in it; `also`: further services to start. */
export async function openWorld(
  prepare: (dataDir: string) => void = () => {},
  also: readonly string[] = [],
): Promise<World> {
  const dataDir = await openTemporaryData('faults', prepare);
  const [kafka, kafkaController, registry, postgres, gatedKafka, customers, orders, identity, gateway] =
    await freePorts(9);
  const settings = readSettings({
    ...{ DATA_DIR: dataDir.path, KAFKA_PORT: `${kafka}`, KAFKA_CONTROLLER_PORT: `${kafkaController}` },
    ...{ REGISTRY_PORT: `${registry}`, POSTGRES_PORT: `${postgres}` },
    ...{ CUSTOMER_SERVICE_PORT: `${customers}`, ORDER_SERVICE_PORT: `${orders}` },
    ...{ IDENTITY_PORT: `${identity}`, GATEWAY_PORT: `${gateway}` },
  });
  const gates = {
    postgres: await createGate(postgres!),
    kafka: await createGate(gatedKafka!),
    registry: await createGate(registry!),
  };
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
    await Promise.all(Object.values(gates).map((gate) => gate.close()));
    await dataDir.remove();
  };
  try {
    await system.start((name) => STARTED.includes(name) || also.includes(name));
  } catch (error) {
    await close();
    throw error;
  }
  return {
    gates,
    process: (name) => system.all().find((each) => each.name === name)!,
    at: (service) => `http://127.0.0.1:${system.app(service)!.port}`,
    token: (role = 'clerk') => tokenFor(role, settings),
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
