import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  type AllowedVersions,
  checkVersion,
  Clock,
  decodeCursor,
  Ids,
  IfMatch,
  noteSeen,
  pageOf,
  PageQuery,
  PathId,
  Problems,
  Refusal,
  RequiredIfMatch,
  setLocation,
  UUID,
  Versioned,
  Writes,
} from '@offset-zero/service';
import { CustomerBody, CustomerPage, detailsIn, shown } from './customer.body.ts';
import { CustomerTable } from './customer.table.ts';
import { register, replace } from './customer.ts';

const CustomerId = () => PathId('customerId', UUID, 'customer-not-found');

@ApiTags('customers')
@Controller('customers')
export class CustomerController {
  constructor(
    private readonly customers: CustomerTable,
    private readonly writes: Writes,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * What is remembered of an Idempotency-Key is the id and nothing personal: a repeated request is shown the customer
   * as he is by then, or that he was deleted.
   */
  @Post()
  @Versioned()
  @ApiCreatedResponse({ type: CustomerBody })
  @Problems('validation-failed', 'customer-not-found', 'idempotency-key-reused', 'request-in-progress')
  async register(@Body() body: CustomerBody): Promise<CustomerBody> {
    const customer = register(detailsIn(body), this.ids.next(), this.clock.now());
    const { customerId } = await this.writes.single(async (change) => {
      await this.customers.add(change, customer);
      setLocation(`/customers/${customer.customerId}`);
      return { customerId: customer.customerId };
    });
    return shown(customerId === customer.customerId ? customer : existing(await this.customers.find(customerId)));
  }

  @Get(':customerId')
  @Versioned()
  @ApiOkResponse({ type: CustomerBody })
  @Problems('customer-not-found')
  async find(@CustomerId() customerId: string): Promise<CustomerBody> {
    return shown(existing(await this.customers.find(customerId)));
  }

  @Put(':customerId')
  @Versioned()
  @ApiOkResponse({ type: CustomerBody })
  @Problems('validation-failed', 'customer-not-found', 'version-conflict', 'if-match-required')
  async replace(
    @CustomerId() customerId: string,
    @RequiredIfMatch() allowed: AllowedVersions,
    @Body() body: CustomerBody,
  ): Promise<CustomerBody> {
    return this.writes.transaction(async (change) => {
      const customer = existing(await this.customers.lock(change, customerId));
      checkVersion(allowed, customer.version);
      const replaced = replace(customer, detailsIn(body), this.clock.now());
      if (replaced !== customer) await this.customers.change(change, replaced);
      noteSeen({ topic: 'customer', key: customerId, version: replaced.version });
      return shown(replaced);
    });
  }

  @Delete(':customerId')
  @HttpCode(204)
  @Problems('customer-not-found', 'version-conflict')
  async remove(@CustomerId() customerId: string, @IfMatch() allowed: AllowedVersions | undefined): Promise<void> {
    await this.writes.transaction(async (change) => {
      const customer = existing(await this.customers.lock(change, customerId));
      checkVersion(allowed, customer.version);
      await this.customers.remove(change, customer);
    });
  }

  /** Oldest first. */
  @Get()
  @ApiOkResponse({ type: CustomerPage })
  @Problems('validation-failed', 'invalid-cursor')
  async list(@Query() { after, limit }: PageQuery): Promise<CustomerPage> {
    const last = decodeCursor(after, (id) => UUID.test(id));
    const found = await this.customers.list(last, limit + 1);
    return pageOf(found.map(shown), limit, ({ customerId }) => customerId!);
  }
}

function existing<T>(customer: T | undefined): T {
  if (customer === undefined) throw new Refusal('customer-not-found');
  return customer;
}
