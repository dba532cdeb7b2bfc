import { Logger } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { destination, pino } from 'pino';
import { networkOf } from '../door/network.ts';
import { isApi } from '../door/path.ts';
import { auditLine, type Call, isAudited, isRepeatable } from './line.ts';
import { Repeats } from './repeats.ts';

const WINDOW_MS = 60_000;
const TOLD = 10;
const CLIENTS = 10_000;
/** What waits for a disk that is full. */
const UNWRITTEN_BYTES = 1024 * 1024;

/**
 * Writes one line for every write and every denied call below `/api`, whoever answers it, to `file` or standard output; no
 * log level turns it off. Of what strangers can make happen as often as they like only the first lines of each are
 * written in a minute, and then how many were left out. Gives what takes a call that Fastify did not see.
 */
export function keepAudit(fastify: FastifyInstance, file: string | undefined): (call: Call) => void {
  const stream = destination({ dest: file ?? 1, append: true, mkdir: true, sync: true, maxLength: UNWRITTEN_BYTES });
  const log = pino({ base: { log: 'audit' }, timestamp: pino.stdTimeFunctions.isoTime, level: 'info' }, stream);
  const logger = new Logger('audit');
  const repeats = new Repeats(TOLD, CLIENTS);
  let isFailing = false;
  stream.on('error', (error) => {
    if (!isFailing) logger.error(`The audit cannot be written: ${error.message}`);
    isFailing = true;
  });
  const windows = setInterval(endWindow, WINDOW_MS).unref();
  fastify.addHook('onRequest', (request, reply, done) => {
    const { method, raw, headers } = request;
    if (!isApi(request.routeOptions.url, raw.url!)) return done();
    reply.raw.once('close', () => {
      const { ip, scope } = request;
      const status = reply.raw.writableFinished ? reply.raw.statusCode : undefined;
      ended({
        ...{ method, status, url: raw.url!, address: ip, principal: scope?.principal },
        ...{ traceId: scope?.traceId, code: scope?.refused, idempotencyKey: headers['idempotency-key'] },
      });
    });
    done();
  });
  fastify.addHook('onClose', async () => {
    clearInterval(windows);
    endWindow();
    if (file !== undefined) stream.end();
  });

  return ended;

  function ended(call: Call): void {
    if (!isAudited(call)) return;
    const line = auditLine(call);
    if (isRepeatable(call) && !repeats.isTold({ who: line.who, from: networkOf(call.address) })) return;
    log.info(line);
  }

  function endWindow(): void {
    isFailing = false;
    for (const { leftOut, ...client } of repeats.end()) log.info({ ...client, outcome: 'refused', leftOut });
  }
}
