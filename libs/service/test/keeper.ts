import { Controller, Get, Module, Param } from '@nestjs/common';
import { topics } from '@offset-zero/contracts';
import { view } from '@offset-zero/views';
import { PreferWait, Refusal, service, Views } from '../src/index.ts';

/** The smallest service that keeps a view of somebody else's topic and answers from it. */
export function keeperOf(topic: typeof topics.customer) {
  const customersView = view({
    name: 'customers',
    from: topic,
    row: ({ customerId, version, lastName }) => ({ customerId, version, lastName }),
  });

  @Controller('customers')
  class Customers {
    constructor(private readonly views: Views) {}

    @Get(':customerId')
    async find(@Param('customerId') customerId: string, @PreferWait() seconds: number) {
      const look = () => this.views.find(customersView, customerId);
      return (seconds > 0 ? await this.views.until(look, seconds) : await look()) ?? { missing: true };
    }

    @Get(':customerId/known')
    async known(@Param('customerId') customerId: string) {
      const known = await this.views.awaitKnown(customersView, [customerId]);
      if (!known.has(customerId)) throw new Refusal('unknown-customer');
      return known.get(customerId);
    }
  }

  @Module({ controllers: [Customers] })
  class Keeper {}

  return {
    manifest: service({ name: 'keeper', port: 0, summary: 'Keeps customers.', keeps: [customersView] }),
    Keeper,
  };
}
