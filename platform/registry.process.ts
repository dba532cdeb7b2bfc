import { globSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { java } from './prerequisites.process.ts';
import type { Program } from './program.process.ts';
import { passedOn } from './service-environment.ts';

/** The path under which Apicurio speaks as a Confluent registry does. */
export const registryUrl = (port: number): string => `http://127.0.0.1:${port}/apis/ccompat/v7`;

/** Apicurio Registry on an H2 file. WRITE_DELAY=0: a schema that was answered for survives `kill -9`. */
export function registryProgram(o: { jars: string; folder: string; port: number }): Program {
  const [runner] = globSync('*-runner.jar', { cwd: o.jars });
  const database = `jdbc:h2:file:${join(o.folder, 'registry')};WRITE_DELAY=0`;
  return {
    name: 'registry',
    command: java(),
    args: [
      ...['-Xms48m', '-Xmx256m', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-XX:+ExitOnOutOfMemoryError'],
      ...['-jar', join(o.jars, runner!)],
    ],
    cwd: o.folder,
    env: {
      ...passedOn(process.env),
      REGISTRY_DATASOURCE_URL: database,
      QUARKUS_DATASOURCE_JDBC_URL: database,
      QUARKUS_HTTP_HOST: '127.0.0.1',
      QUARKUS_HTTP_PORT: String(o.port),
      QUARKUS_LOG_LEVEL: 'WARN',
    },
    stopSignal: 'SIGTERM',
    patienceMs: 10_000,
    prepare: () => void mkdirSync(o.folder, { recursive: true, mode: 0o700 }),
    async isReady() {
      const answer = await fetch(`${registryUrl(o.port)}/subjects`, { signal: AbortSignal.timeout(2_000) });
      if (!answer.ok) throw new Error(`the registry answers ${answer.status}`);
    },
  };
}
