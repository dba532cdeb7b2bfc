import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Discardable } from '@offset-zero/messaging';
import { PathId } from '../http/decorators.ts';
import { PageQuery } from '../http/page-query.ts';
import { Problems } from '../problems/api.ts';
import { Refusal } from '../problems/refusal.ts';
import { Operations } from './operations.ts';
import { Operator } from './operator.ts';
import {
  AuditList,
  DiscardAnswer,
  DiscardBody,
  ParkedDetailBody,
  ParkedList,
  ParkedQuery,
  RedriveAnswer,
  RedriveBody,
} from './parked.body.ts';

/** The messages that could not be handled. For operators. */
@ApiTags('operations')
@Controller('ops')
export class ParkedController {
  constructor(private readonly operations: Operations) {}

  @ApiOperation({ operationId: 'listParked', summary: 'Messages that could not be handled' })
  @Get('parked')
  @ApiOkResponse({ type: ParkedList })
  @Problems('validation-failed', 'invalid-cursor')
  list(@Query() query: ParkedQuery): Promise<ParkedList> {
    return this.operations.parked((parked) => parked.list(query));
  }

  @ApiOperation({ operationId: 'inspectParked', summary: 'One parked message, bytes and failures' })
  @Get('parked/:subscription/:partition/:offset')
  @ApiOkResponse({ type: ParkedDetailBody })
  @Problems('message-not-parked')
  async inspect(
    @PathId('subscription', /^[^\u0000-\u001f\u007f-\u009f]+$/, 'message-not-parked', 'stock-commands')
    subscription: string,
    @PathId('partition', /^\d{1,9}$/, 'message-not-parked', '0') partition: string,
    @PathId('offset', /^\d{1,15}$/, 'message-not-parked', '17') offset: string,
  ): Promise<ParkedDetailBody> {
    const at = { subscription, partition: Number(partition), offset: Number(offset) };
    const found = await this.operations.parked((parked) => parked.inspect(at));
    if (!found) throw new Refusal('message-not-parked');
    return found;
  }

  @ApiOperation({
    operationId: 'redriveParked',
    summary: 'Handles parked messages again',
    description: 'Of a subscription, of a key, or one message.',
  })
  @Post('parked/redrive')
  @HttpCode(200)
  @ApiOkResponse({ type: RedriveAnswer })
  @Problems('validation-failed', 'subscription-not-found', 'message-not-parked', 'not-first-of-key')
  redrive(@Body() what: RedriveBody, @Operator() who: string): Promise<RedriveAnswer> {
    this.operations.subscription(what.subscription);
    if (what.offset !== undefined && what.partition === undefined) throw missing('/partition', 'goes with the offset');
    if (what.offset !== undefined && what.key !== undefined) throw wrong('/key', 'too-much', 'an offset is of one key');
    return this.operations.parked((parked) => parked.redrive(what, who));
  }

  @ApiOperation({
    operationId: 'discardParked',
    summary: 'Gives up a parked message, or those of a key',
    description: 'The bytes and the reason are kept.',
  })
  @Post('parked/discard')
  @HttpCode(200)
  @ApiOkResponse({ type: DiscardAnswer })
  @Problems('validation-failed', 'message-not-parked')
  discard(@Body() body: DiscardBody, @Operator() who: string): Promise<DiscardAnswer> {
    return this.operations.parked((parked) => parked.discard(discardable(body), { who, reason: body.reason }));
  }

  @ApiOperation({ operationId: 'listAudit', summary: 'Who did what here, the latest first' })
  @Get('audit')
  @ApiOkResponse({ type: AuditList })
  @Problems('validation-failed', 'invalid-cursor')
  audit(@Query() page: PageQuery): Promise<AuditList> {
    return this.operations.parked((parked) => parked.audit(page));
  }
}

/** One message or one key: never a whole subscription by leaving something out. */
function discardable({ subscription, key, partition, offset }: DiscardBody): Discardable {
  const isOne = partition !== undefined && offset !== undefined;
  if (isOne && key === undefined) return { subscription, partition, offset };
  if (key !== undefined && partition === undefined && offset === undefined) return { subscription, key };
  throw missing('/key', 'either a key, or a partition and an offset');
}

const wrong = (pointer: string, code: string, message: string): Refusal =>
  new Refusal('validation-failed', { errors: [{ pointer, code, message }] });
const missing = (pointer: string, message: string): Refusal => wrong(pointer, 'missing', message);
