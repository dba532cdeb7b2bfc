import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { Money, PageQuery, Part, ReadOnly, SKU, Text, Texts } from '@offset-zero/service';
import type { ProductDetails } from './product.ts';

/** A SKU that can be a segment of a path: `.` and `..` cannot. */
const OWN_ID = /^(?!\.{1,2}$)[A-Za-z0-9._-]{1,64}$/;

class Details {
  @Text({ max: 200, example: 'Swiss army knife' })
  name: string;

  @Text({ min: 0, max: 5_000, lines: true, example: 'Twelve blades' })
  description: string;

  @Text({ max: 100, example: 'Tools' })
  category: string;

  @Part(() => Money)
  price: Money;

  @ReadOnly({ type: 'integer', example: 1 })
  version?: number;
}

/** A product as it is shown, and as it is replaced. */
@ApiSchema({ name: 'Product' })
export class ProductBody extends Details {
  @ReadOnly({ example: 'knife' })
  productId?: string;
}

@ApiSchema({ name: 'NewProduct' })
export class NewProductBody extends Details {
  @Text({
    max: 64,
    pattern: OWN_ID,
    optional: true,
    example: 'knife',
    description: 'An id of your own; without one it gets a UUID',
  })
  productId?: string;
}

/** The part of a body that the client decides. */
export const detailsIn = ({ name, description, category, price }: Details): ProductDetails => ({
  name,
  description,
  category,
  price: { amountMinor: price.amountMinor, currency: price.currency },
});

export class ProductQuery extends PageQuery {
  @Text({ max: 100, optional: true, description: 'Exactly this category' })
  category?: string;

  @Text({ max: 200, optional: true, description: 'Part of the name or of the id' })
  q?: string;

  @Texts({
    each: { max: 64, pattern: SKU },
    max: 200,
    separator: ',',
    optional: true,
    description: 'Only these, as far as they exist',
  })
  ids?: string[];
}

@ApiSchema({ name: 'ProductPage' })
export class ProductPage {
  @ApiProperty({ type: [ProductBody] })
  items: ProductBody[];

  @ApiProperty({ required: false, description: 'Pass as `after` to read on; absent at the end' })
  next?: string;
}
