import { freePorts } from './ports.process.ts';
import { startServers } from './servers.process.ts';
import type { Supervised } from './supervise.process.ts';
import { openTemporaryData } from './temporary-data.process.ts';

export interface TestServers {
  /** KAFKA_BROKERS, REGISTRY_URL and POSTGRES_URL (a superuser's). */
  env: Record<string, string>;
  stop(): Promise<void>;
}

/** The three servers on free ports, with data that are gone after `stop`, or when this process dies. */
export async function startTestServers(): Promise<TestServers> {
  const dataDir = await openTemporaryData('test');
  const started: Supervised[] = [];
  const stop = async () => {
    await Promise.all(started.map((server) => server.stop()));
    await dataDir.remove();
  };
  try {
    const [kafka, kafkaController, registry, postgres] = await freePorts(4);
    const servers = await startServers({
      dataDir: dataDir.path,
      folders: dataDir,
      ports: { kafka: kafka!, kafkaController: kafkaController!, registry: registry!, postgres: postgres! },
      throwAway: true,
      onSupervised: (server) => void started.push(server),
    });
    const env = {
      KAFKA_BROKERS: servers.brokers,
      REGISTRY_URL: servers.registryUrl,
      POSTGRES_URL: servers.postgresUrl,
    };
    return { env, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Runs `work` with the servers' addresses and ends the servers whatever happens, Ctrl-C included. */
export async function withTestServers<T>(work: (env: Record<string, string>) => Promise<T>): Promise<T> {
  const servers = await startTestServers();
  const interrupted = () => void servers.stop().finally(() => process.exit(130));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, interrupted);
  try {
    return await work(servers.env);
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, interrupted);
    await servers.stop();
  }
}
