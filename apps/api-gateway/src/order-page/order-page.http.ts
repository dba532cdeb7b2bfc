import { Controller, Get, Headers } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProperty, ApiSchema, ApiTags } from '@nestjs/swagger';
import { May, PathId, Problems, Refusal, UUID } from '@offset-zero/service';
import type { Answer } from '../upstreams/json-sink.ts';
import { type Upstream, upstreams } from '../upstreams/table.ts';
import { Upstreams } from '../upstreams/upstreams.http.ts';
import { type Json, orderPage, type OrderPage, type Part, productIdsOf } from './order-page.ts';
import { codeOf, refusedOrder } from './refused.ts';

/** A part that is slower than this is missing: the page comes with what is there. */
const PART_MS = 3_000;

class MissingPart {
  @ApiProperty({ enum: ['customer', 'stock'] }) part: 'customer' | 'stock';
  @ApiProperty({ example: 'service-unavailable' }) code: string;
}

@ApiSchema({ name: 'OrderView' })
class OrderPageDto implements OrderPage {
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'As order-service gives it' }) order: Json;
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true }) customer: Json | null;
  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } }) stock: Json[];
  @ApiProperty({ type: [MissingPart], description: 'What could not be had; empty when the page is whole' })
  missing: MissingPart[];
}

/** The one gathered query: what three services know about an order. */
@ApiTags('order pages')
@Controller('api/order-pages')
export class OrderPages {
  constructor(private readonly upstreams: Upstreams) {}

  @Get(':orderId')
  @May('shopper')
  @ApiOperation({ operationId: 'getOrderPage', summary: 'An order, its customer and the stock of its products' })
  @ApiParam({ name: 'orderId', format: 'uuid' })
  @ApiOkResponse({ type: OrderPageDto })
  @Problems('order-not-found', 'answer-lost', 'service-unavailable', 'service-timeout', 'view-behind')
  async find(
    @PathId('orderId', UUID, 'order-not-found') orderId: string,
    @Headers('authorization') authorization: string,
    @Headers('consistency-token') token?: string,
  ): Promise<OrderPage> {
    const ask = this.asking(authorization, token);
    const order = await ask(upstreams.orders, `/orders/${orderId}`);
    if (order.status !== 200) throw refusedOrder(order);
    const placed = order.body as Json & { customerId: string };
    const stockOf = new URLSearchParams(
      productIdsOf(placed).map((productId): [string, string] => ['productId', productId]),
    );
    const [customer, stock] = await Promise.all([
      part(ask(upstreams.customers, `/customers/${encodeURIComponent(placed.customerId)}`), customerIn),
      part(ask(upstreams.stock, `/stock?${stockOf}`), stockIn),
    ]);
    return orderPage(placed, customer, stock);
  }

  /** Asks as the caller: each service shows him what he may see. */
  private asking(authorization: string, token?: string): (upstream: Upstream, path: string) => Promise<Answer> {
    const headers = {
      ...{ accept: 'application/json', authorization },
      ...(token === undefined ? {} : { 'consistency-token': token }),
    };
    const timeoutMs = Math.min(PART_MS, this.upstreams.timeoutMs);
    return (upstream, path) => this.upstreams.json(upstream, { path, headers, timeoutMs });
  }
}

/** What `read` finds in a 200 (or makes of a 404), else the code of what went wrong. */
async function part<T>(asked: Promise<Answer>, read: (answer: Answer) => T | undefined): Promise<Part<T>> {
  try {
    const answer = await asked;
    const value = read(answer);
    return value === undefined ? { code: codeOf(answer) } : { value };
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code };
    throw error;
  }
}

const customerIn = ({ status, body }: Answer) =>
  status === 404 ? null : status === 200 ? (body as Json | undefined) : undefined;

const stockIn = ({ status, body }: Answer) =>
  status === 200 ? (body as { items?: Json[] } | undefined)?.items : undefined;
