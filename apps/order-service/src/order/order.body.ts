import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import type { Order } from '@offset-zero/contracts';
import { Id, Money, PageQuery, Part, Parts, ReadOnly, Sku, WholeNumber } from '@offset-zero/service';

const AN_ID = '01932f0e-5f4a-7c3e-9b1d-2a6c4e8f0b17';
const TOTAL = { amountMinor: 2500, currency: 'CHF' };
const STATUSES = ['PLACED', 'CONFIRMED', 'REJECTED', 'CANCELLED'];

@ApiSchema({ name: 'OrderLine' })
export class LineBody {
  @Sku({ example: 'knife' })
  productId: string;

  @WholeNumber({ min: 1, max: 1_000_000, example: 2 })
  quantity: number;

  @ReadOnly({ example: 'Swiss army knife', description: 'As it was when the order was placed' })
  name?: string;

  @ReadOnly({ type: Money, description: 'For one piece, as it was when the order was placed' })
  price?: Money;
}

/** What a client sends. */
@ApiSchema({ name: 'NewOrder' })
export class NewOrderBody {
  @Id({ example: AN_ID })
  customerId: string;

  @Parts(() => LineBody, { min: 1, max: 100, description: 'Each product once' })
  lines: LineBody[];

  @Part(() => Money, {
    optional: true,
    example: TOTAL,
    description: 'What the customer was shown; any other total is refused',
  })
  expectedTotal?: Money | null;
}

@ApiSchema({ name: 'PlacedOrder' })
export class PlacedBody {
  @ApiProperty({ format: 'uuid', example: AN_ID }) orderId: string;
  @ApiProperty({ enum: STATUSES, example: 'PLACED' }) status: Order['status'];
}

@ApiSchema({ name: 'OrderAddress' })
class AddressPart {
  @ApiProperty({ example: 'Chaumonweg 108' }) street: string;
  @ApiProperty({ example: '3095' }) postalCode: string;
  @ApiProperty({ example: 'Spiegel' }) city: string;
  @ApiProperty({ example: 'CH' }) country: string;
}

/** Who ordered, as this service knows the person today. */
@ApiSchema({ name: 'OrderCustomer' })
export class CustomerPart {
  @ApiProperty({ format: 'uuid', example: AN_ID }) customerId: string;
  @ApiProperty({ example: 'Peter Muster' }) name: string;
  @ApiProperty({ example: 'A' }) category: string;
  @ApiProperty() address: AddressPart;
}

@ApiSchema({ name: 'Order' })
export class OrderBody {
  @ApiProperty({ format: 'uuid', example: AN_ID }) orderId: string;
  @ApiProperty({ type: 'integer', example: 2 }) version: number;
  @ApiProperty({ enum: STATUSES, example: 'CONFIRMED' }) status: Order['status'];
  @ApiProperty({ type: String, nullable: true, example: null, description: 'Why it was rejected' }) reason:
    string | null;
  @ApiProperty({ format: 'uuid', example: AN_ID }) customerId: string;
  @ApiProperty({ type: CustomerPart, nullable: true, description: 'Null after deletion' })
  customer: CustomerPart | null;
  @ApiProperty({ type: [LineBody] }) lines: LineBody[];
  @ApiProperty({ type: Money, example: TOTAL }) total: Money;
  @ApiProperty({ format: 'date-time', example: '2026-11-21T09:39:45.087Z' }) placedAt: string;
  @ApiProperty({ format: 'date-time', example: '2026-11-21T09:39:45.087Z' }) updatedAt: string;
}

@ApiSchema({ name: 'OrderPage' })
export class OrderPage {
  @ApiProperty({ type: [OrderBody] }) items: OrderBody[];
  @ApiProperty({ required: false, description: 'Pass as `after` to read on; absent at the end' }) next?: string;
}

export class OrderQuery extends PageQuery {
  @Id({ optional: true, description: 'Only the orders of this customer' })
  customerId?: string;
}

/** An order as HTTP shows it: times are RFC 3339, and the customer is put in. What lies in jsonb has lost its order. */
export const shown = (
  { orderId, version, status, reason, customerId, lines, total, ...times }: Order,
  customer: CustomerPart | undefined,
): OrderBody => ({
  ...{ orderId, version, status, reason, customerId, customer: customer ? customerShown(customer) : null },
  lines: lines.map(({ productId, name, quantity, price }) => ({ productId, name, quantity, price: moneyShown(price) })),
  total: moneyShown(total),
  placedAt: new Date(times.placedAt).toISOString(),
  updatedAt: new Date(times.updatedAt).toISOString(),
});

const customerShown = ({ customerId, name, category, address }: CustomerPart): CustomerPart => ({
  ...{ customerId, name, category },
  address: {
    street: address.street,
    postalCode: address.postalCode,
    city: address.city,
    country: address.country,
  },
});

const moneyShown = ({ amountMinor, currency }: Money): Money => ({ amountMinor, currency });
