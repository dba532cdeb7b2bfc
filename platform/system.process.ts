import { join } from 'node:path';
import { createKafka } from '@offset-zero/kafka';
import { type Build, startBuild } from './build.process.ts';
import { progressLine, seconds, tell as tellConsole } from './console.ts';
import type { DataDir } from './data-dir.process.ts';
import { createDatabases, databaseUrl, passwords } from './databases.process.ts';
import { IDENTITY, type Settings } from './environment.ts';
import type { Listener } from './kafka.ts';
import { type App, withRelay } from './manifests.process.ts';
import { withoutRepeats } from './problems.ts';
import { serviceEnvironment } from './service-environment.ts';
import { serviceProgram } from './service.process.ts';
import { type Servers, startServers } from './servers.process.ts';
import { supervise, type Supervised, type Tell } from './supervise.process.ts';

const START_MS = 120_000;

/** What the gateway gives to browsers: no process of its own, but built with it. */
const WEB_APP = '@offset-zero/shop-web';

const isIdentity = (service: string) => service === IDENTITY.name;

/** Everything that runs, from the first server to the last service. */
export interface System {
  /** Resolves when all that is wanted is ready; a service that is not is told of, and goes on trying. */
  start(wants: (service: string) => boolean): Promise<void>;
  /** In good order: services, then registry and Kafka, then Postgres. */
  stop(): Promise<void>;
  /** `kill -9` for all. */
  abandon(): void;
  /** Compiles these services, as far as they have changed. */
  build(services: string[]): Promise<void>;
  /** Whether `build` compiled it since the system started. */
  isBuilt(service: string): boolean;
  all(): Supervised[];
  app(name: string): (App & { port: number }) | undefined;
  servers(): Servers;
}

type Addresses = Pick<Servers, 'brokers' | 'registryUrl' | 'postgresUrl'>;

/** Other ways to the servers than the direct one: what stands in them may bar them. */
export interface Detours {
  /** The broker's listeners behind them, since a client comes back to where the broker says it is. */
  listeners: Listener[];
  /** Where this service finds the servers. */
  of(service: string, direct: Addresses): Addresses;
}

export interface SystemOptions {
  settings: Settings;
  apps: App[];
  dataDir: DataDir;
  detours?: Detours;
  /** Default: the console. */
  tell?: Tell;
}

export function createSystem(o: SystemOptions): System {
  const { settings, dataDir, detours, tell = tellConsole } = o;
  const apps = o.apps.map((app) => ({ ...app, port: settings.portOf(app.manifest) }));
  const interrupted = new AbortController();
  const services: Supervised[] = [];
  const started: Supervised[] = []; // the servers, from their first moment on
  let servers: Servers;
  const built = new Set<string>();
  let compiler: Build | undefined;

  async function build(names: string[]): Promise<void> {
    const began = Date.now();
    const projects = apps.filter(({ manifest }) => names.includes(manifest.name)).map(({ project }) => project);
    if (names.includes('api-gateway')) projects.push(WEB_APP);
    compiler = startBuild(projects, dataDir, progressLine('build'));
    await compiler.done;
    for (const name of names) built.add(name);
    tell('build', `done in ${seconds(began)}`, 'green');
  }

  async function deploy(): Promise<void> {
    const began = Date.now();
    const { deploy: deployContracts } = await import('@offset-zero/contracts');
    const kafka = createKafka({ brokers: servers.brokers.split(','), clientId: 'deploy' });
    await deployContracts({ kafka, registryUrl: servers.registryUrl, relays: withRelay(apps), log: () => {} });
    tell('topics, schemas', `as declared, in ${seconds(began)}`, 'green');
  }

  async function databases(): Promise<Record<string, string>> {
    const keepers = apps.filter(({ manifest }) => manifest.database).map(({ manifest }) => manifest.name);
    const roles = passwords(join(dataDir.path, 'passwords.json'), keepers);
    await createDatabases(servers.postgresUrl, roles, { closeShared: !settings.own.postgresUrl });
    return roles;
  }

  function addServices(roles: Record<string, string>): void {
    const ports = new Map(apps.map(({ manifest, port }) => [manifest.name, port]));
    for (const { manifest, folder } of apps) {
      const { name } = manifest;
      const reached = detours?.of(name, servers) ?? servers;
      const url = manifest.database ? databaseUrl(reached.postgresUrl, name, roles[name]!) : undefined;
      const { issuer, identityDir } = settings;
      const surroundings = { ...reached, databaseUrl: url, ports, issuer, identityDir };
      const env = serviceEnvironment(manifest, surroundings, process.env);
      const news = withoutRepeats();
      const onProblem = (text: string) => {
        const line = news(text);
        if (line) tell(name, line, 'yellow');
      };
      services.push(supervise(serviceProgram({ manifest, folder, env, onProblem }), dataDir, tell));
    }
  }

  /** All that services need: the servers, their databases, topics and schemas. */
  async function prepare(): Promise<void> {
    servers = await startServers({
      dataDir: dataDir.path,
      folders: dataDir,
      ports: settings.ports,
      own: settings.own,
      listeners: detours?.listeners,
      tell,
      progress: progressLine('fetching'),
      signal: interrupted.signal,
      onSupervised: (server) => void started.push(server),
    });
    const [roles] = await Promise.all([databases(), deploy()]);
    addServices(roles);
  }

  async function startServices(names: string[]): Promise<void> {
    const wanted = services.filter(({ name }) => names.includes(name));
    for (const result of await Promise.allSettled(wanted.map((service) => service.start(START_MS)))) {
      if (result.status === 'rejected' && !interrupted.signal.aborted) tell('not ready', result.reason.message, 'red');
    }
  }

  return {
    build,
    isBuilt: (name) => built.has(name),
    servers: () => servers,
    all: () => [...services, ...started],
    app: (name) => apps.find(({ manifest }) => manifest.name === name),
    async start(wants) {
      const names = apps.map(({ manifest }) => manifest.name).filter(wants);
      await Promise.all([prepare(), names.length > 0 && build(names)]);
      for (const group of [names.filter(isIdentity), names.filter((name) => !isIdentity(name))])
        if (!interrupted.signal.aborted) await startServices(group);
    },
    async stop() {
      interrupted.abort();
      await compiler?.stop();
      const isPostgres = ({ name }: Supervised) => name === 'postgres';
      const order = [services, started.filter((server) => !isPostgres(server)), started.filter(isPostgres)];
      for (const group of order) await Promise.all(group.map((each) => each.stop()));
    },
    abandon: () => [...services, ...started].forEach((each) => each.abandon()),
  };
}
