import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { allTopics } from '@offset-zero/contracts';
import { Clock, Problems } from '@offset-zero/service';
import { Sampler } from '../samples/sampler.process.ts';
import { Services } from '../samples/services.http.ts';
import { FlowBody } from './flow.body.ts';
import { flow } from './flow.ts';
import { HistoryBody, HistoryQuery } from './history.body.ts';
import { history } from './history.ts';

const topicNames = allTopics.map(({ name }) => name);

@ApiTags('event hub')
@Controller('event-hub')
export class Flow {
  constructor(
    private readonly sampler: Sampler,
    private readonly services: Services,
    private readonly clock: Clock,
  ) {}

  @Get('flow')
  @ApiOperation({ operationId: 'getFlow', summary: 'How much flows where, and what waits' })
  @ApiOkResponse({ type: FlowBody })
  async now(): Promise<FlowBody> {
    const samples = await this.sampler.samples();
    return { ...flow(samples, this.services.manifests(), topicNames), every: this.sampler.everyMs / 1_000 };
  }

  @Get('history')
  @ApiOperation({ operationId: 'getFlowHistory', summary: 'Lag, outboxes and rates of the last minutes' })
  @ApiOkResponse({ type: HistoryBody })
  @Problems('validation-failed')
  async history(@Query() { minutes }: HistoryQuery): Promise<HistoryBody> {
    const samples = await this.sampler.samples();
    return history(samples, this.services.manifests(), topicNames, { minutes, now: this.clock.now() });
  }
}
