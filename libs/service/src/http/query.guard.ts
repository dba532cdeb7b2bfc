import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { ROUTE_ARGS_METADATA, RouteParamtypes } from '@nestjs/common/internal';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../problems/refusal.ts';

/** Refuses query parameters where a handler reads none; where it reads some, its class says which. */
@Injectable()
export class QueryGuard implements CanActivate {
  private readonly reading = new WeakMap<object, boolean>();

  canActivate(context: ExecutionContext): boolean {
    const { url, query } = context.switchToHttp().getRequest<FastifyRequest>();
    if (!url.includes('?') || this.readsQuery(context)) return true;
    const errors = Object.keys(query as object).map((parameter) => ({
      parameter,
      code: 'unknown-parameter',
      message: 'is not a parameter of this address',
    }));
    if (errors.length > 0) throw new Refusal('validation-failed', { errors });
    return true;
  }

  private readsQuery(context: ExecutionContext): boolean {
    const handler = context.getHandler();
    let reads = this.reading.get(handler);
    if (reads === undefined) {
      const parameters: object = Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), handler.name) ?? {};
      reads = Object.keys(parameters).some((key) => key.startsWith(`${RouteParamtypes.QUERY}:`));
      this.reading.set(handler, reads);
    }
    return reads;
  }
}
