import { applyDecorators, createParamDecorator, type ExecutionContext, Param } from '@nestjs/common';
import { ApiExtension, ApiHeader, type ApiHeaderOptions, ApiParam } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { ProblemCode } from '../problems/table.ts';
import { Refusal } from '../problems/refusal.ts';
import { SKU, UUID } from '../validation/text.ts';
import { parseIfMatch, requireIfMatch } from './etag.ts';
import { waitPreference } from './prefer.ts';
import { routeConfig } from './route-config.ts';

const headersOf = (context: ExecutionContext) => context.switchToHttp().getRequest<FastifyRequest>().headers;

/** An id in the path. One that no thing can have gets the same answer as one that no thing has. */
export const PathId = (
  name: string,
  pattern: RegExp,
  notFound: ProblemCode,
  example = EXAMPLES.get(pattern),
): ParameterDecorator => {
  const read = Param(name, {
    transform: (id: string) => {
      if (!pattern.test(id)) throw new Refusal(notFound);
      return id;
    },
  });
  const format = pattern === UUID ? { format: 'uuid' } : {};
  return also(read, ApiParam({ name, schema: { type: 'string', pattern: pattern.source, ...format, example } }));
};

const EXAMPLES = new Map([
  [UUID, '01932f0e-5f4a-7c3e-9b1d-2a6c4e8f0b17'],
  [SKU, 'knife'],
]);

const ifMatch = createParamDecorator((_: unknown, context) => parseIfMatch(headersOf(context)['if-match']));
const requiredIfMatch = createParamDecorator((_: unknown, context) => requireIfMatch(headersOf(context)['if-match']));
const preferWait = createParamDecorator((_: unknown, context) => waitPreference(headersOf(context).prefer));

/** The versions If-Match allows; undefined when the client does not mind. */
export const IfMatch = (): ParameterDecorator => documented(ifMatch(), { ...IF_MATCH, required: false });

/** The versions If-Match allows; `if-match-required` when the header is missing. */
export const RequiredIfMatch = (): ParameterDecorator => documented(requiredIfMatch(), { ...IF_MATCH, required: true });

/** Seconds the client would like to wait for a change: `Prefer: wait=10`, 0 to 30. */
export const PreferWait = (): ParameterDecorator => documented(preferWait(), PREFER);

/** Answers carry the `version` of their body as ETag, and If-None-Match is answered with 304. */
export const Versioned = (): MethodDecorator =>
  applyDecorators(routeConfig({ versioned: true }), ApiExtension('x-versioned', true));

const IF_MATCH = {
  name: 'If-Match',
  description: 'The ETag that was read; `*` takes any version',
  schema: { type: 'string' as const, pattern: '^(\\*|"[0-9]{1,15}"( *, *"[0-9]{1,15}")*)$' },
  example: '"7"',
};
const PREFER = {
  name: 'Prefer',
  required: false,
  description: '`wait=N`: there is time for news, N seconds (30 at most)',
  example: 'wait=10',
};

const documented = (decorator: ParameterDecorator, header: ApiHeaderOptions): ParameterDecorator =>
  also(decorator, ApiHeader(header));

/** A decorator of a parameter that also describes its method. */
function also(decorator: ParameterDecorator, describe: MethodDecorator): ParameterDecorator {
  return (target, method, index) => {
    decorator(target, method, index);
    describe(target, method!, Object.getOwnPropertyDescriptor(target, method!)!);
  };
}
