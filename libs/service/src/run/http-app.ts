import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { guard } from '../auth/guard.http.ts';
import type { Identity } from '../auth/identity.ts';
import { type DocsOptions, serveDocs } from '../docs/openapi.ts';
import { createAdapter } from '../http/fastify.ts';
import { type Frame, frame } from '../http/hooks.ts';
import { readJsonBodies } from '../http/json-body.ts';
import { QueryGuard } from '../http/query.guard.ts';
import { Routes } from '../http/routes.ts';
import { nestLogger } from '../log/log.ts';
import type { Manifest } from '../manifest.ts';
import { ProblemFilter } from '../problems/problem.filter.ts';
import { ValidationPipe } from '../validation/validation.pipe.ts';

/** Nest on Fastify with everything around the routes in place; not listening yet. */
export async function createHttpApp(
  manifest: Manifest,
  root: DynamicModule,
  around: Frame,
  identity: Identity,
  log: Logger,
  trustedProxies: string[],
  register: Record<'front' | 'http', (fastify: FastifyInstance) => void | Promise<void>>,
  docs?: DocsOptions,
): Promise<NestFastifyApplication> {
  const adapter = createAdapter((error, request, reply) => filter.answer(error, request, reply), trustedProxies);
  const fastify = adapter.getInstance() as unknown as FastifyInstance;
  const filter = new ProblemFilter(log, new Routes(fastify));
  frame(fastify, around);
  await register.front(fastify);
  guard(fastify, identity);
  readJsonBodies(fastify);
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    logger: nestLogger(log),
    bodyParser: false,
    abortOnError: false,
  });
  app.useGlobalFilters(filter).useGlobalPipes(new ValidationPipe()).useGlobalGuards(new QueryGuard());
  await register.http(fastify);
  serveDocs(app, fastify, manifest, docs);
  return app;
}
