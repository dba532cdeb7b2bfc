import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Anyone } from '../auth/decorators.ts';
import type { Degradation, Readiness } from './readiness.ts';

/** Asks everything readiness depends on. */
export abstract class ReadinessProbe {
  abstract check(): Promise<Readiness & { service: string }>;

  /** From now on `look` is asked too whether something of the service works less well: undefined while it is well. */
  abstract watch(look: () => Degradation | undefined): void;
}

@ApiExcludeController()
@Controller('health')
export class HealthController {
  constructor(private readonly probe: ReadinessProbe) {}

  /** The process runs and answers; nothing else is asked. */
  @Get('live')
  @Anyone()
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  @Get('ready')
  @Anyone()
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const readiness = await this.probe.check();
    reply.code(readiness.ready ? 200 : 503);
    return { status: readiness.ready ? 'ready' : 'not-ready', ...readiness };
  }
}
