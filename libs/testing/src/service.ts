import { randomBytes } from 'node:crypto';
import type { Type } from '@nestjs/common';
import { deploy, type Topic } from '@offset-zero/contracts';
import { createKafka } from '@offset-zero/kafka';
import {
  createLog,
  type Manifest,
  readConfig,
  type RunningService,
  type ServiceOptions,
  startService,
} from '@offset-zero/service';
import type { MigrationInterface } from 'typeorm';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { eventually } from './eventually.ts';
import { issuer } from './issuer.ts';
import { servers } from './servers.ts';

export interface ServiceUnderTest extends RunningService {
  /** Undefined for a service without one. */
  database?: FreshDatabase;
}

export interface InTest<Settings extends object> {
  migrations?: (new () => MigrationInterface)[];
  options?: ServiceOptions<Settings>;
  /** Settings of its own, LOG_LEVEL (default: silent), or another way to a server than the direct one. */
  env?: Record<string, string> | ((database: FreshDatabase) => Record<string, string>);
  /** Takes the lines of its log, from LOG_LEVEL on. */
  onLine?: (line: string) => void;
  /** Hears of what the service cannot cure; by default it is logged. */
  onFatal?: (problem: { code: string; detail: string }) => void;
  /** False: it is not waited for, e.g. because it cannot get ready. */
  awaitReady?: boolean;
}

/**
 * A service in this process, on a free port, with a fresh database; its topics are deployed. It has a name of its own,
 * so that its relay and its consumer groups meet no other run's on the same broker. Resolves when it is ready.
 */
export async function startInTest<Settings extends object = object>(
  declared: Manifest,
  module: Type,
  { migrations = [], options = {}, env = {}, awaitReady = true, ...more }: InTest<Settings> = {},
): Promise<ServiceUnderTest> {
  const manifest = { ...declared, name: `${declared.name}-${randomBytes(4).toString('hex')}` };
  const database = manifest.database ? await freshDatabase() : undefined;
  const own = typeof env === 'object' ? env : database && env(database);
  const trusted = { OIDC_ISSUER: (await issuer()).url };
  const variables = {
    PORT: '0',
    LOG_LEVEL: 'silent',
    ...trusted,
    ...(database && (await backing(manifest, database))),
    ...own,
  };
  const read = readConfig(manifest, variables, options.settings ?? (() => ({}) as Settings));
  const { onLine } = more;
  const log = createLog(manifest.name, read.config.logLevel, onLine && { write: onLine });
  const onFatal = more.onFatal ?? ((problem: object) => log.fatal(problem, 'Cannot go on'));
  const running = await startService({ manifest, module, migrations, options, ...read, log, onFatal });
  const stop = async () => {
    await running.stop();
    await database?.drop();
  };
  if (awaitReady) await eventually(() => isReady(running.url), 60_000);
  return { ...running, database, stop };
}

async function backing(manifest: Manifest, database: FreshDatabase): Promise<Record<string, string>> {
  const { brokers, registryUrl } = servers();
  const kafka = createKafka({ brokers, clientId: 'test' });
  const kept: Topic[] = manifest.keeps.map((view) => view.topic);
  const topics = [...manifest.owns, ...manifest.sends, ...manifest.reactsTo, ...kept];
  await deploy({ kafka, registryUrl, topics, relays: [manifest.name], log: () => {} });
  return { DATABASE_URL: database.url, KAFKA_BROKERS: brokers.join(','), REGISTRY_URL: registryUrl };
}

async function isReady(url: string): Promise<true> {
  const response = await fetch(`${url}/health/ready`);
  if (!response.ok) throw new Error(`not ready: ${await response.text()}`);
  return true;
}
