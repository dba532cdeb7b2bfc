import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { indented } from './console.ts';
import type { Ports, Settings } from './environment.ts';
import { fetchJars } from './fetch.process.ts';
import type { Listener } from './kafka.ts';
import { kafkaProgram } from './kafka.process.ts';
import { postgresHome } from './postgres-home.process.ts';
import { postgresProgram, superuserUrl } from './postgres.process.ts';
import type { Folders, Program } from './program.process.ts';
import { registryProgram, registryUrl } from './registry.process.ts';
import { supervise, type Supervised, type Tell } from './supervise.process.ts';

export interface Servers {
  brokers: string;
  registryUrl: string;
  /** The superuser's. */
  postgresUrl: string;
  /** Those that run here, in the order of their stopping. */
  supervised: Supervised[];
}

export interface ServersOptions {
  dataDir: string;
  folders: Folders;
  ports: Ports;
  own?: Settings['own'];
  throwAway?: boolean;
  /** More ways to the broker. */
  listeners?: Listener[];
  tell?: Tell;
  /** Is told how far the fetching is. */
  progress?: (what: string) => void;
  signal?: AbortSignal;
  /** Gets every server before it starts, so that a start that is interrupted can be undone. */
  onSupervised?: (server: Supervised) => void;
}

const START_MS = 120_000; // Kafka reads its whole log again after a `kill -9`

/** Starts the servers that are not the user's own, all at once, and resolves when each of them answers. */
export async function startServers(o: ServersOptions): Promise<Servers> {
  const { dataDir, ports, own = {}, tell = () => {} } = o;
  const supervised: Supervised[] = [];
  const start = async (program: Program): Promise<void> => {
    o.signal?.throwIfAborted();
    const server = supervise(program, o.folders, tell);
    supervised.push(server);
    o.onSupervised?.(server);
    await server.start(START_MS).catch((error: Error) => {
      throw new Error(`${error.message}\n${lastLines(join(o.folders.logs, `${program.name}.log`))}`);
    });
  };

  const starting: Promise<void>[] = [];
  const home = own.postgresUrl ? undefined : postgresHome(dataDir);
  if (home) starting.push(start(postgresProgram({ home, port: ports.postgres, throwAway: o.throwAway })));
  if (!own.brokers || !own.registryUrl) {
    const jars = await fetchJars(o.progress ?? (() => {}), o.signal);
    if (!own.registryUrl) {
      starting.push(
        start(registryProgram({ jars: jars.registry, folder: join(dataDir, 'registry'), port: ports.registry })),
      );
    }
    if (!own.brokers) {
      const { kafka: port, kafkaController: controllerPort } = ports;
      const folder = join(dataDir, 'kafka');
      starting.push(start(kafkaProgram({ jars: jars.kafka, folder, port, controllerPort, listeners: o.listeners })));
    }
  }
  await Promise.all(starting);
  const order = ['registry', 'kafka', 'postgres'];
  supervised.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  return {
    brokers: own.brokers ?? `127.0.0.1:${ports.kafka}`,
    registryUrl: own.registryUrl ?? registryUrl(ports.registry),
    postgresUrl: home ? superuserUrl(home, ports.postgres) : own.postgresUrl!,
    supervised,
  };
}

function lastLines(file: string): string {
  try {
    return indented(`${file}:\n${readFileSync(file, 'utf8').trimEnd().split('\n').slice(-5).join('\n')}`);
  } catch {
    return '';
  }
}
