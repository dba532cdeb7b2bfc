import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiSchema, ApiTags } from '@nestjs/swagger';
import { May, Problems, Text, WholeNumber } from '@offset-zero/service';
import { CustomerIndex, type FoundCustomer } from './search.table.ts';

class SearchQuery {
  @Text({ max: 200, example: 'Muler Anna', description: 'Name, e-mail or address, or the beginning of their words' })
  q: string;

  @WholeNumber({ min: 1, max: 100, default: 20, optional: true, fromText: true })
  limit: number = 20;
}

@ApiSchema({ name: 'FoundAddress' })
class FoundAddress {
  @ApiProperty({ example: 'Münstergasse 5' }) street: string;
  @ApiProperty({ example: '3011' }) postalCode: string;
  @ApiProperty({ example: 'Bern' }) city: string;
  @ApiProperty({ example: 'CH' }) country: string;
}

@ApiSchema({ name: 'FoundCustomer' })
class FoundCustomerBody {
  @ApiProperty({ format: 'uuid', example: '01932f0e-5f4a-7c3e-9b1d-2a6c4e8f0b17' }) customerId: string;
  @ApiProperty({ example: 'Anna Müller' }) name: string;
  @ApiProperty({ example: 'anna.mueller@example.ch' }) email: string;
  @ApiProperty({ enum: ['UNKNOWN', 'A', 'B', 'C'], example: 'A' }) category: string;
  @ApiProperty() address: FoundAddress;
}

@ApiSchema({ name: 'FoundCustomers' })
class FoundCustomers {
  @ApiProperty({ type: [FoundCustomerBody] }) items: FoundCustomerBody[];
}

@ApiTags('customer search')
@Controller('customer-search')
export class CustomerSearchController {
  constructor(private readonly index: CustomerIndex) {}

  @Get()
  @May('clerk')
  @ApiOperation({
    operationId: 'searchCustomers',
    summary: 'Customers by what is remembered of them, best first; typing errors and accents forgiven',
  })
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
