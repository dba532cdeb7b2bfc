import { applyDecorators, createParamDecorator } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { Role } from '@offset-zero/auth';
import type { FastifyRequest } from 'fastify';
import { routeConfig } from '../http/route-config.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The least role a caller needs; `operator` where nothing is said. */
    may?: Role | 'anyone';
  }
}

/** Who may call this: whoever has this role or one above it. A route that says nothing is for operators. */
export const May = (role: Role): MethodDecorator =>
  applyDecorators(routeConfig({ may: role }), ApiExtension('x-role', role));

/** Whoever reaches the port may call this, without a token. */
export const Anyone = (): MethodDecorator =>
  applyDecorators(routeConfig({ may: 'anyone' }), ApiExtension('x-role', 'anyone'));

/** The principal who calls; there is none at a route for anyone. */
export const Caller = createParamDecorator(
  (_: unknown, context) => context.switchToHttp().getRequest<FastifyRequest>().scope?.principal,
);
