import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Product } from '@offset-zero/contracts';
import {
  type AllowedVersions,
  type Change,
  checkVersion,
  decodeCursor,
  Ids,
  IfMatch,
  LOCATION,
  May,
  noteSeen,
  pageOf,
  PathId,
  Problems,
  Refusal,
  RequiredIfMatch,
  setLocation,
  SKU,
  Versioned,
  Writes,
} from '@offset-zero/service';
import { detailsIn, NewProductBody, ProductBody, ProductPage, ProductQuery } from './product.body.ts';
import { ProductTable } from './product.table.ts';
import { create, replace } from './product.ts';

const ProductId = () => PathId('productId', SKU, 'product-not-found');

@ApiTags('products')
@Controller('products')
export class ProductController {
  constructor(
    private readonly products: ProductTable,
    private readonly writes: Writes,
    private readonly ids: Ids,
  ) {}

  @ApiOperation({ operationId: 'createProduct', summary: 'Adds a product to the catalogue' })
  @Post()
  @May('clerk')
  @Versioned()
  @ApiCreatedResponse({ type: ProductBody, headers: LOCATION })
  @Problems('validation-failed', 'product-exists', 'idempotency-key-reused', 'request-in-progress')
  async create(@Body() body: NewProductBody): Promise<ProductBody> {
    return this.writes.single(async (change) => {
      const product = await this.newProduct(change, body);
      if (!(await this.products.add(change, product))) throw exists(product.productId);
      setLocation(`/products/${product.productId}`);
      return product;
    });
  }

  @ApiOperation({ operationId: 'getProduct', summary: 'A product' })
  @Get(':productId')
  @May('shopper')
  @Versioned()
  @ApiOkResponse({ type: ProductBody })
  @Problems('product-not-found')
  async find(@ProductId() productId: string): Promise<ProductBody> {
    return existing(await this.products.find(productId));
  }

  @ApiOperation({
    operationId: 'replaceProduct',
    summary: 'Replaces a product, price included',
    description: 'Needs the ETag that was read. Orders keep the price they were placed at.',
  })
  @Put(':productId')
  @May('clerk')
  @Versioned()
  @ApiOkResponse({ type: ProductBody })
  @Problems('validation-failed', 'product-not-found', 'version-conflict', 'if-match-required')
  async replace(
    @ProductId() productId: string,
    @RequiredIfMatch() allowed: AllowedVersions,
    @Body() body: ProductBody,
  ): Promise<ProductBody> {
    return this.writes.transaction(async (change) => {
      const product = existing(await this.products.lock(change, productId));
      checkVersion(allowed, product.version);
      const replaced = replace(product, detailsIn(body));
      if (replaced !== product) await this.products.change(change, replaced);
      noteSeen({ topic: 'product', key: productId, version: replaced.version });
      return replaced;
    });
  }

  @ApiOperation({ operationId: 'deleteProduct', summary: 'Takes a product out of the catalogue' })
  @Delete(':productId')
  @May('clerk')
  @HttpCode(204)
  @Problems('product-not-found', 'version-conflict')
  async remove(@ProductId() productId: string, @IfMatch() allowed: AllowedVersions | undefined): Promise<void> {
    await this.writes.transaction(async (change) => {
      const product = existing(await this.products.lock(change, productId));
      checkVersion(allowed, product.version);
      await this.products.remove(change, product);
    });
  }

  /** In the order of the ids. */
  @ApiOperation({ operationId: 'listProducts', summary: 'The catalogue, in the order of the ids' })
  @Get()
  @May('shopper')
  @ApiOkResponse({ type: ProductPage })
  @Problems('validation-failed', 'invalid-cursor')
  async list(@Query() { after, limit, ...wanted }: ProductQuery): Promise<ProductPage> {
    const last = decodeCursor(after, isCursor);
    const found = await this.products.list(wanted, last, limit + 1);
    return pageOf(found, limit, ({ productId }) => productId);
  }

  private async newProduct(change: Change, body: NewProductBody): Promise<Product> {
    const { productId } = body;
    if (productId === undefined || productId === null) return create(detailsIn(body), this.ids.next());
    const buriedVersion = await this.products.buriedVersion(change, productId);
    if (buriedVersion === undefined) throw exists(productId);
    return create(detailsIn(body), productId, buriedVersion);
  }
}

const isCursor = (id: string): boolean => SKU.test(id);

const exists = (productId: string) =>
  new Refusal('product-exists', `${productId} is taken: change that product, or choose another id`);

function existing<T>(product: T | undefined): T {
  if (product === undefined) throw new Refusal('product-not-found');
  return product;
}
