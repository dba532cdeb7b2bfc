import { Logger as NestLogger, type PinoLogger } from 'nestjs-pino';
import { type DestinationStream, type Logger, pino } from 'pino';
import type { LoggerService } from '@nestjs/common';
import { currentContext } from '../context/request-context.ts';
import { traceFields } from './trace-fields.ts';

/** JSON lines with the service's name and, wherever a request or message is being handled, its trace. */
export function createLog(service: string, level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    mixin: () => traceFields(currentContext()),
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** What Nest says about itself goes to the same log; its list of modules and routes only at level debug. */
export function nestLogger(log: Logger): LoggerService {
  const quiet = Object.create(log, { info: { value: log.debug.bind(log) } }) as unknown as PinoLogger;
  return new NestLogger(quiet, {});
}
