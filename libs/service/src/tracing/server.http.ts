import { SpanStatusCode, type Tracer } from '@opentelemetry/api';
import type { FastifyRequest } from 'fastify';
import type { Answer } from '../http/hooks.ts';
import { begin, type Traced } from './spans.ts';

/** The SERVER span of a request, in the trace of its caller. Of the address no query is told: it may be personal. */
export function receive(tracer: Tracer | undefined, request: FastifyRequest): Traced {
  const { method, url, headers, routeOptions } = request;
  const route = routeOptions.url;
  return begin(tracer, {
    name: route === undefined ? method : `${method} ${route}`,
    kind: 'SERVER',
    parent: headers.traceparent as string | undefined,
    attributes: () => ({
      'http.request.method': method,
      'url.path': url.split('?')[0]!,
      'url.scheme': 'http',
      ...(route === undefined ? {} : { 'http.route': route }),
    }),
  });
}

/** Ends it with the answer: only a 5xx is an error of this side. */
export function answered({ scope, status }: Answer): void {
  const span = scope?.span;
  if (span === undefined) return;
  span.setAttribute('http.response.status_code', status);
  if (scope?.refused !== undefined) span.setAttribute('error.type', scope.refused);
  if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}
