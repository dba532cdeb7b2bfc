import { join } from 'node:path';
import { databaseName, databaseUrl, passwords } from '@offset-zero/platform/databases.process';
import { readSettings, root } from '@offset-zero/platform/environment';
import { type App, findApps } from '@offset-zero/platform/manifests.process';
import { freePorts, takenPorts } from '@offset-zero/platform/ports.process';
import { serviceEnvironment } from '@offset-zero/platform/service-environment';
import { serviceProgram } from '@offset-zero/platform/service.process';
import { supervise, type Supervised, type Tell } from '@offset-zero/platform/supervise.process';
import { createSystem, type System } from '@offset-zero/platform/system.process';
import { openTemporaryData } from '@offset-zero/platform/temporary-data.process';
import { tokenFor } from '@offset-zero/platform/token.process';
import { createGatedWays, type Gates } from './detours.process.ts';

/** The whole system, on data and ports of its own, with a gate before every server of every service. */
export interface World {
  apps: App[];
  system: System;
  gates: Map<string, Gates>;
  /** The shop's public API. */
  api: string;
  /** What lets a clerk in there. */
  token(): Promise<string>;
  logs: string;
  brokers: string[];
  registryUrl: string;
  /** The superuser's way into the database of each service that has one. */
  databases: Record<string, string>;
  /** One more instance of a service, on a free port; it goes to the servers directly. Not started yet. */
  secondOf(service: string): Promise<Supervised>;
  /** Stops everything in good order and removes the data. */
  stop(): Promise<void>;
  /** `kill -9` for all. */
  abandon(): void;
}

export interface WorldOptions {
  portOffset: number;
  tell: Tell;
  /** Hears of what is started, so that an interrupt in the middle can undo it. */
  onWorld(world: Pick<World, 'stop' | 'abandon'>): void;
}

/** Starts the system and resolves when every service is ready. Throws when a port is taken or a service is not. */
export async function startWorld({ portOffset, tell, onWorld }: WorldOptions): Promise<World> {
  const apps = await findApps(root);
  const dataDir = await openTemporaryData('chaos');
  const settings = readSettings({ PORT_OFFSET: String(portOffset), DATA_DIR: dataDir.path });
  const taken = await takenPorts(
    [
      ...Object.entries(settings.ports).map(([who, port]) => ({ port, who })),
      ...apps.map(({ manifest }) => ({ port: settings.portOf(manifest), who: manifest.name })),
    ].map((each) => ({ ...each, variable: '--port-offset' })),
  );
  if (taken.length > 0) {
    await dataDir.remove();
    throw new Error(taken.join('\n'));
  }
  const keepers = apps.filter(({ manifest }) => manifest.database).map(({ manifest }) => manifest.name);
  const ways = await createGatedWays(keepers, settings.ports);
  const system = createSystem({ settings, apps, dataDir, detours: ways, tell });
  const seconds: Supervised[] = [];

  async function secondOf(service: string): Promise<Supervised> {
    const { manifest, folder } = system.app(service)!;
    const [port] = await freePorts(1);
    const servers = system.servers();
    const { [service]: password } = passwords(join(dataDir.path, 'passwords.json'), []);
    const surroundings = {
      ...servers,
      databaseUrl: databaseUrl(servers.postgresUrl, service, password!),
      ports: new Map([[service, port!]]),
      ...{ issuer: settings.issuer, identityDir: settings.identityDir },
    };
    const env = serviceEnvironment(manifest, surroundings, process.env);
    const named = { ...manifest, name: `${service}-2` };
    const second = supervise(serviceProgram({ manifest: named, folder, env, onProblem: () => {} }), dataDir, tell);
    seconds.push(second);
    return second;
  }

  let stopping: Promise<void> | undefined;
  const stop = () =>
    (stopping ??= (async () => {
      await Promise.all(seconds.map((each) => each.stop()));
      await system.stop();
      await ways.close();
      await dataDir.remove();
    })());
  const abandon = () => {
    system.abandon();
    seconds.forEach((each) => each.abandon());
  };
  onWorld({ stop, abandon });

  await system.start(() => true);
  const late = system.all().filter((each) => each.status().state !== 'ready');
  if (late.length > 0) throw new Error(`not ready: ${late.map(({ name }) => name).join(', ')}`);
  const { brokers, registryUrl, postgresUrl } = system.servers();
  return {
    apps,
    system,
    gates: ways.gates,
    api: `${settings.door}/api`,
    token: () => tokenFor('clerk', settings),
    logs: dataDir.logs,
    brokers: brokers.split(','),
    registryUrl,
    databases: Object.fromEntries(keepers.map((name) => [name, inDatabase(postgresUrl, databaseName(name))])),
    secondOf,
    stop,
    abandon,
  };
}

function inDatabase(superuser: string, name: string): string {
  const url = new URL(superuser);
  url.pathname = `/${name}`;
  return url.href;
}
