import { Controller, Get, Headers } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { May, PathId, Problems, UUID } from '@offset-zero/service';
import { Orders } from './orders.http.ts';
import { OrderTraceBody } from './trace.body.ts';
import { Traces } from './traces.process.ts';

@ApiTags('order traces')
@Controller('order-traces')
export class OrderTraces {
  constructor(
    private readonly orders: Orders,
    private readonly traces: Traces,
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
    const order = await this.orders.find(orderId, authorization); // each asks for himself: only then may a trace be shared
    return this.traces.of(order);
  }
}
