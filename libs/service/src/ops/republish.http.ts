import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Problems } from '../problems/api.ts';
import { Operator } from './operator.ts';
import { RepublishAnswer, RepublishBody } from './republish.body.ts';
import { Republishing } from './republishing.process.ts';

/** Compares this service's tables with its topics, and repairs what differs. The gateway leads nobody here. */
@ApiTags('operations')
@Controller('ops/republish')
export class RepublishController {
  constructor(private readonly republishing: Republishing) {}

  /** Begins; how it goes and what came of it is told by GET, by this same instance. */
  @Post()
  @HttpCode(202)
  @ApiAcceptedResponse({ type: RepublishAnswer })
  @Problems('validation-failed', 'republish-running', 'topic-not-owned')
  begin(@Body() { topic, dryRun = false }: RepublishBody, @Operator() by: string): RepublishAnswer {
    return this.republishing.begin(topic, dryRun, by);
  }

  @Get()
  @ApiOkResponse({ type: RepublishAnswer })
  status(): RepublishAnswer {
    return this.republishing.status();
  }
}
