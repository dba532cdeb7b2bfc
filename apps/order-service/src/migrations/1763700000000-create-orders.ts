import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateOrders1763700000000 implements MigrationInterface {
  readonly name = 'CreateOrders1763700000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table orders (
        order_id      uuid primary key,
        version       bigint not null,
        customer_id   uuid not null,
        status        text not null check (status in ('PLACED', 'CONFIRMED', 'REJECTED', 'CANCELLED')),
        reason        text,
        lines         jsonb not null,
        amount_minor  bigint not null,
        currency      text not null,
        placed_at     timestamptz not null,
        updated_at    timestamptz not null,
        answer_due_at timestamptz not null
      )`);
    await runner.query('create index orders_of_customer on orders (customer_id, order_id desc)');
    // The timers: an order that waits for the stock is one
    await runner.query(`create index orders_waiting on orders (answer_due_at) where status = 'PLACED'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table orders');
  }
}
