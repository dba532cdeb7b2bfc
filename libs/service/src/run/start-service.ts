import type { Provider, Type } from '@nestjs/common';
import { createVerifier } from '@offset-zero/auth';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Logger } from 'pino';
import type { MigrationInterface } from 'typeorm';
import { Identity } from '../auth/identity.ts';
import type { Config } from '../config/config.ts';
import { Clock, Ids } from '../context/clock.ts';
import { Database } from '../database/database.ts';
import { typeOrmOptions } from '../database/type-orm.ts';
import { ReadinessProbe } from '../health/health.controller.ts';
import { ServiceProbe } from '../health/probe.ts';
import { addressesBehind } from '../http/address.ts';
import { FRAME, type Frame } from '../http/hooks.ts';
import { logRequest } from '../log/request-log.ts';
import type { Manifest } from '../manifest.ts';
import { MANIFEST } from '../manifest.http.ts';
import { measureHttp } from '../metrics/http.ts';
import { Metrics } from '../metrics/metrics.ts';
import { measureReadiness } from '../metrics/readiness.ts';
import { operations } from '../ops/controllers.ts';
import { Operations } from '../ops/operations.ts';
import { Republishing } from '../ops/republishing.process.ts';
import { Refusal } from '../problems/refusal.ts';
import { Calls } from '../tracing/calls.http.ts';
import { answered as endSpan, receive } from '../tracing/server.http.ts';
import { startTracer } from '../tracing/tracer.process.ts';
import { Views } from '../views/views.ts';
import { Writes } from '../writes/writes.ts';
import { Background } from './background.ts';
import { Backing } from './backing.ts';
import { createHttpApp } from './http-app.ts';
import { type ServiceOptions, SETTINGS } from './options.ts';
import { rootModule } from './root.module.ts';
import { Schedule } from './schedule.ts';

export interface ToRun<Settings extends object> {
  manifest: Manifest;
  module: Type;
  migrations: (new () => MigrationInterface)[];
  options: ServiceOptions<Settings>;
  config: Config;
  settings: Settings;
  log: Logger;
  /** Hears of what no waiting will heal; the service is to be stopped then. */
  onFatal: (problem: { code: string; detail: string }) => void;
}

export interface RunningService {
  url: string;
  app: NestFastifyApplication;
  /** Finishes what is in hand: consumers and relay, then HTTP, then the database. */
  stop(): Promise<void>;
}

const WAIT_FOR_VIEWS_MS = 5_000;

/** Starts a service inside this process and resolves when it listens; what it stands on may come later. */
export async function startService<Settings extends object>(run: ToRun<Settings>): Promise<RunningService> {
  const { manifest, config, settings, log, onFatal } = run;
  const tracing = config.tracing && (await startTracer(manifest.name, config.version, config.tracing, log));
  const tracer = tracing?.tracer;
  const schedule = new Schedule(log);
  const metrics = new Metrics(manifest.name, (metric, err) => log.debug({ metric, err }, 'A number cannot be read'));
  const backing = manifest.database ? new Backing(manifest, config, log, metrics, tracer, onFatal) : undefined;
  const background = new Background(manifest, config, backing, schedule, log);
  const views = backing && new Views(backing.database, manifest.keeps, backing.consumption, backing.arrivals);
  const verifier = createVerifier(config.identity, {
    onTrouble: ({ message: reason }) => log.warn({ reason }, 'Tokens signed by a key not known here cannot be checked'),
    onRecovery: () => log.info('The keys of the issuer: there now'),
  });
  const identity = new Identity(verifier);
  const probe = new ServiceProbe(manifest, backing, background, verifier);
  measureReadiness(metrics, config.version, () => probe.check());
  const tookHttp = measureHttp(metrics);

  const providers: Provider[] = [
    Clock,
    Ids,
    provide(MANIFEST, manifest),
    provide(SETTINGS, settings),
    provide(Schedule, schedule),
    provide(Metrics, metrics),
    provide(Calls, new Calls(tracer)),
    provide(Identity, identity),
    provide(Background, background),
    provide(ReadinessProbe, probe),
  ];
  if (backing !== undefined) {
    providers.push(provide(Database, backing.database), provide(Writes, backing.writes), provide(Views, views));
    providers.push(provide(Operations, new Operations(backing.strategy)));
    providers.push(provide(Republishing, new Republishing(manifest, config.databaseUrl, backing, log)));
  }

  const around: Frame = {
    isTraced: tracer !== undefined,
    addressOf: addressesBehind(config.trustedProxies),
    notYet: () => (backing === undefined || backing.database.ready ? undefined : starting()),
    isStopping: () => background.stopping,
    received: (request) => receive(tracer, request),
    caughtUpWith: async (seen) => views?.caughtUpWith(seen, WAIT_FOR_VIEWS_MS),
    answered: (answer) => {
      tookHttp(answer);
      endSpan(answer);
      logRequest(log, answer);
    },
  };
  providers.push(provide(FRAME, around));
  const imports = backing ? [TypeOrmModule.forRoot(typeOrmOptions(backing.database.pool, run.migrations))] : [];
  const root = rootModule(run.module, providers, imports, backing ? operations : []);
  const { front, http, docs } = run.options;
  const app = await createHttpApp(
    manifest,
    root,
    around,
    identity,
    log,
    config.trustedProxies,
    { front: (fastify) => front?.(fastify, settings, identity), http: (fastify) => http?.(fastify, settings, log) },
    docs,
  );
  if (backing?.strategy !== undefined) app.connectMicroservice({ strategy: backing.strategy });
  await app.listen(config.port, config.host);
  verifier.prepare();
  background.begin(app, (error) => onFatal({ code: 'start-failed', detail: String(error) }));
  const url = await app.getUrl();
  log.info({ url }, `${manifest.name} listens`);
  return {
    url,
    app,
    async stop() {
      await app.close();
      await backing?.close();
      await tracing?.stop();
      metrics.registry.clear();
    },
  };
}

const provide = (token: Type | symbol | typeof ReadinessProbe, value: unknown): Provider => ({
  provide: token,
  useValue: value,
});

const starting = (): Refusal => new Refusal('service-starting', { headers: { 'Retry-After': '1' } });
