import type { Type } from '@nestjs/common';
import type { MigrationInterface } from 'typeorm';
import { ConfigError, readConfig } from '../config/config.ts';
import { createLog } from '../log/log.ts';
import type { Manifest } from '../manifest.ts';
import type { ServiceOptions } from './options.ts';
import { STOP_MS } from './patience.ts';
import { startService } from './start-service.ts';

/**
 * Runs a service until SIGTERM or SIGINT: config, log, HTTP, database with migrations, relay, consumers, health,
 * metrics, API docs, and a stop in the right order. It starts, and stays alive, while Kafka, the registry or
 * Postgres is away. A wrong environment is said in full, exit code 1.
 */
export async function runService<Settings extends object>(
  manifest: Manifest,
  module: Type,
  migrations: (new () => MigrationInterface)[] = [],
  options: ServiceOptions<Settings> = {},
): Promise<void> {
  const read = readOrSay(manifest, options);
  if (read === undefined) return;
  const log = createLog(manifest.name, read.config.logLevel);
  let stopping = false;

  const service = startService({ manifest, module, migrations, options, ...read, log, onFatal: fail });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop(signal));
  process.on('uncaughtExceptionMonitor', (err) => log.fatal({ err }, 'An exception nobody caught'));
  process.on('unhandledRejection', (error) => fail({ code: 'unhandled-rejection', detail: String(error) }));
  await service.catch((error: Error) => {
    log.fatal({ err: error }, 'Cannot start');
    process.exit(1);
  });

  function fail(problem: { code: string; detail: string }): void {
    process.exitCode = 1;
    log.fatal({ problem }, 'Cannot go on');
    stop(problem.code);
  }

  function stop(why: string): void {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(process.exitCode || 1), STOP_MS).unref(); // what hangs does not hang for ever
    log.info({ why }, 'stopping');
    service
      .then((running) => running.stop())
      .then(() => log.info({}, 'stopped'))
      .catch((error: Error) => log.error({ err: error }, 'The stop failed'));
  }
}

function readOrSay<Settings extends object>(manifest: Manifest, options: ServiceOptions<Settings>) {
  try {
    return readConfig(manifest, process.env, options.settings ?? (() => ({}) as Settings));
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(`${manifest.name} cannot start:\n${error.faults.map((fault) => `  - ${fault}`).join('\n')}`);
    process.exitCode = 1;
    return undefined;
  }
}
