import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import type { Stock } from '@offset-zero/contracts';
import { SKU, Texts, WholeNumber } from '@offset-zero/service';

@ApiSchema({ name: 'Receipt' })
export class ReceiptBody {
  @WholeNumber({ min: 1, max: 1_000_000_000, example: 10, description: 'Pieces that came in' })
  quantity: number;
}

export class StockQuery {
  @Texts({ each: { max: 64, pattern: SKU }, max: 100, description: 'May be repeated' })
  productId: string[];
}

@ApiSchema({ name: 'Stock' })
export class StockBody {
  @ApiProperty({ example: 'knife' }) productId: string;
  @ApiProperty({ type: 'integer', example: 10, description: 'The sum of all receipts' }) onHand: number;
  @ApiProperty({ type: 'integer', example: 3, description: 'Promised to orders' }) reserved: number;
  @ApiProperty({ type: 'integer', example: 7, description: 'What can still be promised' }) available: number;
}

@ApiSchema({ name: 'StockList' })
export class StockList {
  @ApiProperty({ type: [StockBody], description: 'In the order asked for; unknown products are left out' })
  items: StockBody[];
}

export const shown = ({ productId, onHand, reserved }: Stock): StockBody => ({
  productId,
  onHand,
  reserved,
  available: onHand - reserved,
});
