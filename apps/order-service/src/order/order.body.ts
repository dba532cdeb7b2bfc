import { ApiProperty } from '@nestjs/swagger';
import type { Order } from '@offset-zero/contracts';
import { Id, Money, PageQuery, Part, Parts, ReadOnly, Sku, WholeNumber } from '@offset-zero/service';

const STATUSES = ['PLACED', 'CONFIRMED', 'REJECTED', 'CANCELLED'];

export class LineBody {
  @Sku({ example: 'knife' })
  productId: string;

  @WholeNumber({ min: 1, max: 1_000_000, example: 2 })
  quantity: number;

  @ReadOnly({ description: 'As it was when the order was placed' })
  name?: string;

  @ReadOnly({ type: Money, description: 'For one piece, as it was when the order was placed' })
  price?: Money;
}

/** What a client sends. */
export class NewOrderBody {
  @Id()
  customerId: string;

  @Parts(() => LineBody, { min: 1, max: 100, description: 'Each product once' })
  lines: LineBody[];

  @Part(() => Money, { optional: true, description: 'What the customer was shown; any other total is refused' })
  expectedTotal?: Money | null;
}

export class PlacedBody {
  @ApiProperty({ format: 'uuid' }) orderId: string;
  @ApiProperty({ enum: STATUSES, example: 'PLACED' }) status: Order['status'];
}

class AddressPart {
  @ApiProperty({ example: 'Chaumonweg 108' }) street: string;
  @ApiProperty({ example: '3095' }) postalCode: string;
  @ApiProperty({ example: 'Spiegel' }) city: string;
  @ApiProperty({ example: 'CH' }) country: string;
}

/** Who ordered, as this service knows the person today. */
export class CustomerPart {
  @ApiProperty({ format: 'uuid' }) customerId: string;
  @ApiProperty({ example: 'Peter Muster' }) name: string;
  @ApiProperty({ example: 'A' }) category: string;
  @ApiProperty() address: AddressPart;
}

export class OrderBody {
  @ApiProperty({ format: 'uuid' }) orderId: string;
  @ApiProperty({ type: 'integer' }) version: number;
  @ApiProperty({ enum: STATUSES }) status: Order['status'];
  @ApiProperty({ type: String, nullable: true, description: 'Why it was rejected' }) reason: string | null;
  @ApiProperty({ format: 'uuid' }) customerId: string;
  @ApiProperty({ type: CustomerPart, nullable: true, description: 'Null after deletion' })
  customer: CustomerPart | null;
  @ApiProperty({ type: [LineBody] }) lines: LineBody[];
  @ApiProperty({ type: Money }) total: Money;
  @ApiProperty({ format: 'date-time' }) placedAt: string;
  @ApiProperty({ format: 'date-time' }) updatedAt: string;
}

export class OrderPage {
  @ApiProperty({ type: [OrderBody] }) items: OrderBody[];
  @ApiProperty({ required: false }) next?: string;
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
