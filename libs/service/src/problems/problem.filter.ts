import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Routes } from '../http/routes.ts';
import { traceFields } from '../log/trace-fields.ts';
import { problemOf, refusalOf } from './problem.ts';
import { Refusal } from './refusal.ts';

/** The one place where a thrown thing becomes an answer. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly log: Logger,
    private readonly routes: Routes,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const path = request.url.split('?')[0]!;
    const refusal = this.withMethods(refusalOf(error), path, request.method);
    const traceId = request.scope?.traceId ?? '';
    if (refusal.code === 'internal-error')
      this.log.error({ err: error, ...traceFields(request.scope) }, 'A request failed');
    if (request.scope !== undefined) request.scope.refused = refusal.code;
    reply
      .code(refusal.status)
      .headers(refusal.details.headers ?? {})
      .type('application/problem+json')
      .send(Buffer.from(JSON.stringify(problemOf(refusal, path, traceId)))); // of a string Fastify would say a charset
  }

  /** Something is there, but not for this method: whatever else is wrong with the request, that is said. */
  private withMethods(refusal: Refusal, path: string, method: string): Refusal {
    if (refusal.status >= 500) return refusal;
    const methods = this.routes.methodsOf(path);
    if (methods.length === 0 || methods.includes(method)) return refusal;
    return new Refusal('method-not-allowed', { headers: { Allow: methods.join(', ') } });
  }
}
