import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { destination, pino } from 'pino';
import { auditLine, isAudited } from './line.ts';

/**
 * Writes one line for every write and every denied call below `/api`, whoever answers it, to `file` or standard output; no
 * log level turns it off.
 */
export function keepAudit(fastify: FastifyInstance, file: string | undefined): void {
  const stream = destination({ dest: file ?? 1, append: true, mkdir: true, sync: true });
  const log = pino({ base: { log: 'audit' }, timestamp: pino.stdTimeFunctions.isoTime, level: 'info' }, stream);
  fastify.addHook('onRequest', (request, reply, done) => {
    if (request.raw.url!.startsWith('/api/')) reply.raw.once('close', () => ended(request, reply));
    done();
  });
  fastify.addHook('onClose', async () => {
    if (file !== undefined) stream.end();
  });

  function ended({ method, raw, ip, scope, headers }: FastifyRequest, reply: FastifyReply): void {
    const status = reply.raw.writableFinished ? reply.raw.statusCode : undefined;
    if (!isAudited({ method, status })) return;
    log.info(
      auditLine({
        ...{ method, status, address: ip, path: raw.url!.split('?', 1)[0]! },
        ...{ principal: scope?.principal, traceId: scope?.traceId, code: scope?.refused },
        idempotencyKey: headers['idempotency-key'],
      }),
    );
  }
}
