import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Order } from '@offset-zero/contracts';
import { fold } from '@offset-zero/decider';
import {
  Caller,
  Clock,
  decodeCursor,
  Ids,
  LOCATION,
  May,
  mayActFor,
  noteSeen,
  pageOf,
  PathId,
  PreferWait,
  type Principal,
  Problems,
  Refusal,
  setLocation,
  SETTINGS,
  UUID,
  Views,
  Writes,
} from '@offset-zero/service';
import type { OrderSettings } from '../settings.ts';
import { customersView } from '../views/customers.view.ts';
import { productsView } from '../views/products.view.ts';
import { NewOrderBody, OrderBody, OrderPage, OrderQuery, PlacedBody, shown } from './order.body.ts';
import { OrderTable } from './order.table.ts';
import { order } from './order.ts';
import { ordersOf } from './owner.ts';
import type { PlaceOrder } from './price.ts';

const OrderId = () => PathId('orderId', UUID, 'order-not-found');

/** An answer shows the customer too, who changes without the order: so no ETag of the order's version. */
@ApiTags('orders')
@Controller('orders')
export class OrderController {
  constructor(
    private readonly orders: OrderTable,
    private readonly views: Views,
    private readonly writes: Writes,
    private readonly clock: Clock,
    private readonly ids: Ids,
    @Inject(SETTINGS) private readonly settings: OrderSettings,
  ) {}

  /** Answered before anybody has looked at the stock; ask for the order with `Prefer: wait=10`. */
  @ApiOperation({
    operationId: 'placeOrder',
    summary: 'Places an order',
    description: 'Answered before anybody has looked at the stock: ask for the order with `Prefer: wait=10`.',
  })
  @Post()
  @May('shopper')
  @HttpCode(202)
  @ApiAcceptedResponse({ type: PlacedBody, headers: LOCATION })
  @Problems(
    ...(['validation-failed', 'duplicate-product', 'idempotency-key-reused', 'request-in-progress'] as const),
    ...(['unknown-customer', 'unknown-product', 'mixed-currencies', 'amount-too-large', 'price-changed'] as const),
    'view-not-ready',
  )
  async place(@Body() body: NewOrderBody, @Caller() caller: Principal): Promise<PlacedBody> {
    ordersOf(caller, body.customerId);
    const command = await this.withWhatIsKnown(body);
    return this.writes.single(async (change) => {
      const events = order.decide(command, order.initial);
      const placed = fold(order, events)!;
      await this.orders.add(change, placed, events, placed.placedAt + this.settings.reservationTimeoutMs);
      setLocation(`/orders/${placed.orderId}`);
      return { orderId: placed.orderId, status: placed.status };
    });
  }

  @ApiOperation({
    operationId: 'getOrder',
    summary: 'An order',
    description: 'With `Prefer: wait=10` the answer waits until the order is no longer PLACED.',
  })
  @Get(':orderId')
  @May('shopper')
  @ApiOkResponse({ type: OrderBody })
  @Problems('order-not-found', 'view-not-ready')
  async find(
    @OrderId() orderId: string,
    @PreferWait() seconds: number,
    @Caller() caller: Principal,
  ): Promise<OrderBody> {
    let found = existing(await this.orders.find(orderId), caller);
    if (found.status === 'PLACED' && seconds > 0) found = await this.ended(found, seconds);
    return shown(found, await this.views.find(customersView, found.customerId));
  }

  /** Newest first. */
  @ApiOperation({ operationId: 'listOrders', summary: 'Orders, newest first', description: 'A shopper gets his own.' })
  @Get()
  @May('shopper')
  @ApiOkResponse({ type: OrderPage })
  @Problems('validation-failed', 'invalid-cursor', 'view-not-ready')
  async list(@Query() { customerId, after, limit }: OrderQuery, @Caller() caller: Principal): Promise<OrderPage> {
    const last = decodeCursor(after, (id) => UUID.test(id));
    const found = await this.orders.list(ordersOf(caller, customerId ?? undefined), last, limit + 1);
    const customerIds = [...new Set(found.map((each) => each.customerId))];
    const customers = await this.views.findMany(customersView, customerIds);
    const items = found.map((each) => shown(each, customers.get(each.customerId)));
    return pageOf(items, limit, ({ orderId }) => orderId);
  }

  @ApiOperation({
    operationId: 'cancelOrder',
    summary: 'Cancels an order',
    description: 'Cancelling again changes nothing.',
  })
  @Post(':orderId/cancellation')
  @May('shopper')
  @HttpCode(200)
  @ApiOkResponse({ type: OrderBody })
  @Problems('order-not-found', 'order-not-cancellable', 'view-not-ready')
  async cancel(@OrderId() orderId: string, @Caller() caller: Principal): Promise<OrderBody> {
    this.views.checkReady(customersView);
    const cancelled = await this.writes.transaction(async (change) => {
      const before = existing(await this.orders.lock(change, orderId), caller);
      const events = order.decide({ type: 'CancelOrder', now: this.clock.now() }, before);
      const after = fold(order, events, before)!;
      await this.orders.change(change, after, events);
      noteSeen({ topic: 'order', key: orderId, version: after.version });
      return after; // without the customer, who may be deleted before the request is repeated
    });
    return shown(cancelled, await this.views.find(customersView, cancelled.customerId));
  }

  private async withWhatIsKnown({ customerId, lines, expectedTotal }: NewOrderBody): Promise<PlaceOrder> {
    const [customers, offers] = await Promise.all([
      this.views.awaitKnown(customersView, [customerId]),
      this.views.awaitKnown(
        productsView,
        lines.map(({ productId }) => productId),
      ),
    ]);
    return {
      type: 'PlaceOrder',
      orderId: this.ids.next(),
      customerId,
      customerIsKnown: customers.has(customerId),
      lines,
      offers,
      expectedTotal: expectedTotal ?? undefined,
      now: this.clock.now(),
    };
  }

  private async ended(placed: Order, seconds: number): Promise<Order> {
    let latest = placed;
    await this.views.until(async () => {
      latest = (await this.orders.find(placed.orderId)) ?? latest;
      return latest.status === 'PLACED' ? undefined : true;
    }, seconds);
    return latest;
  }
}

/** Another's order is not there for a shopper. */
function existing(found: Order | undefined, caller: Principal): Order {
  if (found === undefined || !mayActFor(caller, found.customerId)) throw new Refusal('order-not-found');
  return found;
}
