import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { Identity, Refusal, SETTINGS } from '@offset-zero/service';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { allowedAt } from '../permissions/permission.ts';
import type { GatewaySettings } from '../settings.ts';
import { type Limit, limitOf } from './limit.http.ts';
import { type ApiPath, readPath } from './path.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set for what lies below `/api` once it may come in. */
    apiPath?: ApiPath;
  }
}

/** Asked again and again by those who watch. */
const WATCHED = /^\/(health|metrics)\b/;

/** Decides of every request whether it comes in: who it is, how often he comes, and whether he may. */
@Injectable()
export class Door implements OnModuleInit {
  private calls: Limit;
  private failures: Limit;

  constructor(
    private readonly adapter: HttpAdapterHost<FastifyAdapter>,
    private readonly identity: Identity,
    @Inject(SETTINGS) private readonly settings: GatewaySettings,
  ) {}

  onModuleInit(): void {
    const fastify = this.adapter.httpAdapter.getInstance();
    const { calls, failures } = this.settings.limits;
    this.calls = limitOf(fastify, calls, ({ scope, ip }) =>
      scope?.principal ? `who ${scope.principal.subject}` : `from ${ip}`,
    );
    this.failures = limitOf(fastify, failures, ({ ip }) => ip);
    fastify.decorateRequest('apiPath', undefined);
    fastify.addHook('onRequest', (request, reply) => this.enter(request, reply));
  }

  private async enter(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    if (WATCHED.test(request.url)) return;
    const path = readPath(request.raw.url!);
    if (path === 'malformed') throw new Refusal('malformed-request', 'The path can be read in more than one way');
    if (path !== undefined) await this.identify(request, reply);
    await this.calls(request, reply);
    if (path === undefined) return;
    this.permit(request, path);
    request.apiPath = path;
  }

  private async identify(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    try {
      request.scope!.principal ??= await this.identity.identify(request.headers.authorization);
    } catch (error) {
      if (error instanceof Refusal && error.status === 401) await this.failures(request, reply);
      throw error;
    }
  }

  private permit({ method, scope }: FastifyRequest, { segments }: ApiPath): void {
    const allowed = allowedAt(method, segments);
    if (allowed === undefined) throw new Refusal('route-not-found');
    if ('methods' in allowed)
      throw new Refusal('method-not-allowed', { headers: { Allow: allowed.methods.join(', ') } });
    Identity.demand(scope!.principal!, allowed.role);
  }
}
