import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Stock } from '@offset-zero/contracts';
import { fold } from '@offset-zero/decider';
import { Clock, Ids, May, PathId, Problems, Refusal, SKU, Views, Writes } from '@offset-zero/service';
import { productsView } from '../views/products.view.ts';
import { ReceiptBody, shown, StockBody, StockList, StockQuery } from './stock.body.ts';
import { StockTable } from './stock.table.ts';
import { nothingReceived, warehouse } from './stock.ts';

const ProductId = () => PathId('productId', SKU, 'product-not-found');

@ApiTags('stock')
@Controller('stock')
export class StockController {
  constructor(
    private readonly stock: StockTable,
    private readonly views: Views,
    private readonly writes: Writes,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  @ApiOperation({
    operationId: 'receiveStock',
    summary: 'Goods came in',
    description: 'The answer is what there is now.',
  })
  @Post(':productId/receipts')
  @May('clerk')
  @ApiCreatedResponse({ type: StockBody })
  @Problems('validation-failed', 'product-not-found', 'amount-too-large', 'idempotency-key-reused', 'view-not-ready')
  async receive(@ProductId() productId: string, @Body() { quantity }: ReceiptBody): Promise<StockBody> {
    const isKnown = (await this.views.awaitKnown(productsView, [productId])).has(productId);
    const receipt = { receiptId: this.ids.next(), productId, quantity, receivedAt: this.clock.now() };
    return this.writes.transaction(async (change) => {
      const before = isKnown ? await this.stock.lockProduct(change, productId) : warehouse.initial;
      const events = warehouse.decide({ type: 'ReceiveGoods', ...receipt }, before);
      const after = fold(warehouse, events, before);
      await this.stock.save(change, before, after, events);
      return shown(after.products.get(productId)!);
    });
  }

  @ApiOperation({ operationId: 'getStock', summary: 'What is there of a product' })
  @Get(':productId')
  @May('shopper')
  @ApiOkResponse({ type: StockBody })
  @Problems('product-not-found', 'view-not-ready')
  async find(@ProductId() productId: string): Promise<StockBody> {
    const [received] = await this.stock.find([productId]);
    if (received !== undefined) return shown(received);
    const known = await this.views.awaitKnown(productsView, [productId]);
    if (!known.has(productId)) throw new Refusal('product-not-found');
    return shown(nothingReceived(productId));
  }

  @ApiOperation({ operationId: 'listStock', summary: 'What is there of several products' })
  @Get()
  @May('shopper')
  @ApiOkResponse({ type: StockList })
  @Problems('validation-failed', 'view-not-ready')
  async list(@Query() { productId }: StockQuery): Promise<StockList> {
    const received = new Map((await this.stock.find(productId)).map((stock) => [stock.productId, stock]));
    const others = productId.filter((id) => !received.has(id));
    const known = others.length > 0 ? await this.views.findMany(productsView, others) : new Map<string, Stock>();
    const stockOf = (id: string) => received.get(id) ?? (known.has(id) ? nothingReceived(id) : undefined);
    return { items: [...new Set(productId)].flatMap((id) => stockOf(id) ?? []).map(shown) };
  }
}
