import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { replaysOf } from '@offset-zero/messaging';
import { Database } from '../database/database.ts';
import { Problems } from '../problems/api.ts';
import { Operations } from './operations.ts';
import { Operator } from './operator.ts';
import { ResetAnswer, ResetBody, shown, SubscriptionList, targetOf } from './subscription.body.ts';

/** How far this service has read what it reads. For operators. */
@ApiTags('operations')
@Controller('ops/subscriptions')
export class SubscriptionsController {
  constructor(
    private readonly operations: Operations,
    private readonly database: Database,
  ) {}

  @ApiOperation({ operationId: 'listSubscriptions', summary: 'How far this service has read' })
  @Get()
  @ApiOkResponse({ type: SubscriptionList })
  async list(): Promise<SubscriptionList> {
    const replays = await replaysOf(this.database.sql);
    const none = new Map<number, number>();
    return { items: this.operations.subscriptions().map((each) => shown(each, replays.get(each.name) ?? none)) };
  }

  @ApiOperation({ operationId: 'resetSubscription', summary: 'Reads a subscription again from another place' })
  @Post(':name/reset')
  @HttpCode(200)
  @ApiParam({ name: 'name', schema: { type: 'string', example: 'stock-commands' } })
  @ApiOkResponse({ type: ResetAnswer })
  @Problems(
    ...(['validation-failed', 'subscription-not-found', 'partition-not-found', 'offset-not-in-log'] as const),
    ...(['reset-to-beginning-only', 'messages-parked', 'kafka-unavailable'] as const),
  )
  reset(
    @Param('name') subscription: string,
    @Body() { to, partition, dryRun }: ResetBody,
    @Operator() who: string,
  ): Promise<ResetAnswer> {
    return this.operations.reset(
      { subscription, to: targetOf(to)!, partition: partition ?? undefined, dryRun: dryRun ?? false },
      who,
    );
  }
}
