import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Problems } from '../problems/api.ts';
import { Operator } from './operator.ts';
import { RepublishAnswer, RepublishBody } from './republish.body.ts';
import { Republishing } from './republishing.process.ts';

/** Compares this service's tables with its topics, and repairs what differs. For operators. */
@ApiTags('operations')
@Controller('ops/republish')
export class RepublishController {
  constructor(private readonly republishing: Republishing) {}

  /** Begins; how it goes and what came of it is told by GET, by this same instance. */
  @ApiOperation({
    operationId: 'beginRepublish',
    summary: 'Compares tables with topics, and repairs what differs',
    description: 'How it goes is told by GET, by this same instance.',
  })
  @Post()
  @HttpCode(202)
  @ApiAcceptedResponse({ type: RepublishAnswer })
  @Problems('validation-failed', 'republish-running', 'topic-not-owned')
  begin(@Body() { topic, dryRun }: RepublishBody, @Operator() by: string): RepublishAnswer {
    return this.republishing.begin(topic ?? undefined, dryRun ?? false, by); // both may be null
  }

  @ApiOperation({ operationId: 'getRepublish', summary: 'How the comparison goes, or how it ended' })
  @Get()
  @ApiOkResponse({ type: RepublishAnswer })
  status(): RepublishAnswer {
    return this.republishing.status();
  }
}
