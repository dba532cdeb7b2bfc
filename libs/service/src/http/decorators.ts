import { createParamDecorator, type ExecutionContext, Param } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { ProblemCode } from '../problems/table.ts';
import { Refusal } from '../problems/refusal.ts';
import { parseIfMatch, requireIfMatch } from './etag.ts';
import { waitPreference } from './prefer.ts';

const headersOf = (context: ExecutionContext) => context.switchToHttp().getRequest<FastifyRequest>().headers;

/** An id in the path. One that no thing can have gets the same answer as one that no thing has. */
export const PathId = (name: string, pattern: RegExp, notFound: ProblemCode): ParameterDecorator =>
  Param(name, {
    transform: (id: string) => {
      if (!pattern.test(id)) throw new Refusal(notFound);
      return id;
    },
  });

const ifMatch = createParamDecorator((_: unknown, context) => parseIfMatch(headersOf(context)['if-match']));
const requiredIfMatch = createParamDecorator((_: unknown, context) => requireIfMatch(headersOf(context)['if-match']));
const preferWait = createParamDecorator((_: unknown, context) => waitPreference(headersOf(context).prefer));

/** The versions If-Match allows; undefined when the client does not mind. */
export const IfMatch = (): ParameterDecorator => documented(ifMatch(), { name: 'If-Match', example: '"7"' });

/** The versions If-Match allows; `if-match-required` when the header is missing. */
export const RequiredIfMatch = (): ParameterDecorator =>
  documented(requiredIfMatch(), { name: 'If-Match', required: true, example: '"7"' });

/** Seconds the client would like to wait for a change: `Prefer: wait=10`, 0 to 30. */
export const PreferWait = (): ParameterDecorator => documented(preferWait(), { name: 'Prefer', example: 'wait=10' });

/** Answers carry the `version` of their body as ETag, and If-None-Match is answered with 304. */
export const Versioned = (): MethodDecorator => RouteConfig({ versioned: true });

function documented(
  decorator: ParameterDecorator,
  header: { name: string; required?: boolean; example: string },
): ParameterDecorator {
  const describe = ApiHeader({ required: false, ...header });
  return (target, method, index) => {
    decorator(target, method, index);
    describe(target, method!, Object.getOwnPropertyDescriptor(target, method!)!);
  };
}
