import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Problems, Text, WholeNumber } from '@offset-zero/service';
import { CustomerIndex, type FoundCustomer } from './search.table.ts';

class SearchQuery {
  @Text({ max: 200, example: 'Muler Anna', description: 'Name, e-mail or address, or the beginning of their words' })
  q: string;

  @WholeNumber({ min: 1, max: 100, default: 20, optional: true, fromText: true })
  limit: number = 20;
}

class FoundAddress {
  @ApiProperty() street: string;
  @ApiProperty() postalCode: string;
  @ApiProperty() city: string;
  @ApiProperty() country: string;
}

class FoundCustomerBody {
  @ApiProperty({ format: 'uuid' }) customerId: string;
  @ApiProperty({ example: 'Anna Müller' }) name: string;
  @ApiProperty() email: string;
  @ApiProperty({ enum: ['UNKNOWN', 'A', 'B', 'C'] }) category: string;
  @ApiProperty() address: FoundAddress;
}

class FoundCustomers {
  @ApiProperty({ type: [FoundCustomerBody] }) items: FoundCustomerBody[];
}

@ApiTags('customer search')
@Controller('customer-search')
export class CustomerSearchController {
  constructor(private readonly index: CustomerIndex) {}

  @Get()
  @ApiOperation({ summary: 'Customers by what is remembered of them, best first; typing errors and accents forgiven' })
  @ApiOkResponse({ type: FoundCustomers })
  @Problems('validation-failed', 'view-not-ready', 'view-behind')
  async search(@Query() { q, limit }: SearchQuery): Promise<FoundCustomers> {
    return { items: (await this.index.find(q, limit)).map(shown) };
  }
}

const shown = ({ street, postalCode, city, country, ...customer }: FoundCustomer): FoundCustomerBody => ({
  ...customer,
  address: { street, postalCode, city, country },
});
