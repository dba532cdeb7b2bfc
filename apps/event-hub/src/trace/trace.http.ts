import { Controller, Get, Headers } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { May, PathId, Problems, UUID } from '@offset-zero/service';
import { subscriptionsOf } from '../flow/declared.ts';
import { Sampler } from '../samples/sampler.process.ts';
import { Services } from '../samples/services.http.ts';
import { causally } from './causal.ts';
import { OrderRecords } from './order-records.process.ts';
import { Orders } from './orders.http.ts';
import { readersOf } from './readers.ts';
import { OrderTraceBody } from './trace.body.ts';
import { stateOf } from './trace.ts';

/** Who follows an order as it goes asks again and again. */
const FRESH_MS = 500;

@ApiTags('order traces')
@Controller('order-traces')
export class OrderTraces {
  constructor(
    private readonly orders: Orders,
    private readonly sampler: Sampler,
    private readonly services: Services,
    private readonly records: OrderRecords,
  ) {}

  @Get(':orderId')
  @May('shopper')
  @ApiOperation({ operationId: 'traceOrder', summary: 'Every command, event and value that an order has set off' })
  @ApiParam({ name: 'orderId', format: 'uuid' })
  @ApiOkResponse({ type: OrderTraceBody })
  @Problems('order-not-found', 'service-unavailable', 'kafka-unavailable', 'registry-unavailable')
  async find(
    @PathId('orderId', UUID, 'order-not-found') orderId: string,
    @Headers('authorization') authorization?: string,
  ): Promise<OrderTraceBody> {
    const order = await this.orders.find(orderId, authorization);
    const samples = await this.sampler.samples(FRESH_MS); // before the log: what they have applied, it has
    const found = await this.records.of(order);
    const subscriptions = subscriptionsOf(this.services.manifests());
    const steps = causally(found.steps).map((step) => ({
      ...step,
      readers: readersOf(step, found.steps, subscriptions, samples),
    }));
    const { status, placedAt, updatedAt } = order;
    const state = stateOf({ order, steps, latest: samples.at(-1), truncated: found.truncated });
    return { ...{ orderId, status, placedAt, updatedAt }, ...state, resolutionMs: this.sampler.everyMs, steps };
  }
}
