import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { SETTINGS } from '@offset-zero/service';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { destination, type DestinationStream, type Logger, pino } from 'pino';
import type { GatewaySettings } from '../settings.ts';
import { auditLine, isAudited } from './line.ts';

/** Writes one line for every write and every denied call below `/api`, whoever answered it; no log level turns it off. */
@Injectable()
export class Audit implements OnModuleInit, OnApplicationShutdown {
  private readonly stream: DestinationStream & { end?(): void };
  private readonly log: Logger;

  constructor(
    private readonly adapter: HttpAdapterHost<FastifyAdapter>,
    @Inject(SETTINGS) { auditFile }: GatewaySettings,
  ) {
    this.stream = destination({ dest: auditFile ?? 1, append: true, mkdir: true, sync: true });
    this.log = pino({ base: { log: 'audit' }, timestamp: pino.stdTimeFunctions.isoTime, level: 'info' }, this.stream);
  }

  onModuleInit(): void {
    this.adapter.httpAdapter.getInstance().addHook('onRequest', (request, reply, done) => {
      if (request.raw.url!.startsWith('/api/')) reply.raw.once('close', () => this.ended(request, reply));
      done();
    });
  }

  onApplicationShutdown(): void {
    this.stream.end?.();
  }

  private ended({ method, raw, ip, scope, headers }: FastifyRequest, reply: FastifyReply): void {
    const status = reply.raw.writableFinished ? reply.raw.statusCode : undefined;
    if (!isAudited({ method, status })) return;
    this.log.info(
      auditLine({
        method,
        path: raw.url!.split('?', 1)[0]!,
        address: ip,
        principal: scope?.principal,
        traceId: scope?.traceId,
        idempotencyKey: headers['idempotency-key'],
        status,
        code: scope?.refused,
      }),
    );
  }
}
