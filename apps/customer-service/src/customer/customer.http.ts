import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Customer } from '@offset-zero/contracts';
import {
  type AllowedVersions,
  Caller,
  type Change,
  checkVersion,
  Clock,
  decodeCursor,
  Ids,
  IfMatch,
  LOCATION,
  May,
  mayActFor,
  mayDo,
  noteSeen,
  pageOf,
  PageQuery,
  PathId,
  type Principal,
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
import { byShopper, type CustomerDetails, register, replace } from './customer.ts';

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
   * A shopper registers himself, with the id of his account; a clerk somebody new. What is remembered of an
   * Idempotency-Key is the id and nothing personal: a repeated request is shown the customer as he is by then, or that he
   * was deleted.
   */
  @ApiOperation({ operationId: 'registerCustomer', summary: 'Registers a customer' })
  @Post()
  @May('shopper')
  @Versioned()
  @ApiCreatedResponse({ type: CustomerBody, headers: LOCATION })
  @Problems(
    'validation-failed',
    'customer-not-found',
    'customer-exists',
    'idempotency-key-reused',
    'request-in-progress',
  )
  async register(@Body() body: CustomerBody, @Caller() caller: Principal): Promise<CustomerBody> {
    let customer: Customer | undefined;
    const { customerId } = await this.writes.single(async (change) => {
      customer = await this.newCustomer(change, body, caller);
      if (!(await this.customers.add(change, customer))) throw new Refusal('customer-exists');
      setLocation(`/customers/${customer.customerId}`);
      return { customerId: customer.customerId };
    });
    return shown(customer ?? existing(await this.customers.find(customerId)));
  }

  @ApiOperation({ operationId: 'getCustomer', summary: 'A customer' })
  @Get(':customerId')
  @May('shopper')
  @Versioned()
  @ApiOkResponse({ type: CustomerBody })
  @Problems('customer-not-found')
  async find(@CustomerId() customerId: string, @Caller() caller: Principal): Promise<CustomerBody> {
    checkOwn(caller, customerId);
    return shown(existing(await this.customers.find(customerId)));
  }

  @ApiOperation({
    operationId: 'replaceCustomer',
    summary: 'Replaces what is known of a customer',
    description: 'Needs the ETag that was read. Replacing by the same makes no new version.',
  })
  @Put(':customerId')
  @May('shopper')
  @Versioned()
  @ApiOkResponse({ type: CustomerBody })
  @Problems('validation-failed', 'customer-not-found', 'version-conflict', 'if-match-required')
  async replace(
    @CustomerId() customerId: string,
    @RequiredIfMatch() allowed: AllowedVersions,
    @Body() body: CustomerBody,
    @Caller() caller: Principal,
  ): Promise<CustomerBody> {
    checkOwn(caller, customerId);
    return this.writes.transaction(async (change) => {
      const customer = existing(await this.customers.lock(change, customerId));
      checkVersion(allowed, customer.version);
      const replaced = replace(customer, detailsFrom(caller, body, customer), this.clock.now());
      if (replaced !== customer) await this.customers.change(change, replaced);
      noteSeen({ topic: 'customer', key: customerId, version: replaced.version });
      return shown(replaced);
    });
  }

  @ApiOperation({
    operationId: 'deleteCustomer',
    summary: 'Deletes a customer',
    description: 'He is erased everywhere: from the views of other services too.',
  })
  @Delete(':customerId')
  @May('shopper')
  @HttpCode(204)
  @Problems('customer-not-found', 'version-conflict')
  async remove(
    @CustomerId() customerId: string,
    @IfMatch() allowed: AllowedVersions | undefined,
    @Caller() caller: Principal,
  ): Promise<void> {
    checkOwn(caller, customerId);
    await this.writes.transaction(async (change) => {
      const customer = existing(await this.customers.lock(change, customerId));
      checkVersion(allowed, customer.version);
      await this.customers.remove(change, customer);
    });
  }

  /** Oldest first. */
  @ApiOperation({ operationId: 'listCustomers', summary: 'All customers, oldest first' })
  @Get()
  @May('clerk')
  @ApiOkResponse({ type: CustomerPage })
  @Problems('validation-failed', 'invalid-cursor')
  async list(@Query() { after, limit }: PageQuery): Promise<CustomerPage> {
    const last = decodeCursor(after, (id) => UUID.test(id));
    const found = await this.customers.list(last, limit + 1);
    return pageOf(found.map(shown), limit, ({ customerId }) => customerId!);
  }

  private async newCustomer(change: Change, body: CustomerBody, caller: Principal): Promise<Customer> {
    const now = this.clock.now();
    if (mayDo(caller.role, 'clerk')) return register(detailsIn(body), this.ids.next(), now);
    const { customerId } = caller;
    if (customerId === undefined) throw new Refusal('forbidden', 'No customer belongs to this account');
    const buriedVersion = await this.customers.buriedVersion(change, customerId);
    if (buriedVersion === undefined) throw new Refusal('customer-exists');
    return register(byShopper(detailsIn(body)), customerId, now, buriedVersion);
  }
}

/** Another's customer is not there for a shopper. */
function checkOwn(caller: Principal, customerId: string): void {
  if (!mayActFor(caller, customerId)) throw new Refusal('customer-not-found');
}

const detailsFrom = ({ role }: Principal, body: CustomerBody, before: Customer): CustomerDetails =>
  mayDo(role, 'clerk') ? detailsIn(body) : byShopper(detailsIn(body), before);

function existing<T>(customer: T | undefined): T {
  if (customer === undefined) throw new Refusal('customer-not-found');
  return customer;
}
