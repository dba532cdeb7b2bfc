import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateStock1763700000000 implements MigrationInterface {
  readonly name = 'CreateStock1763700000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table stock (
        product_id text primary key,
        version    bigint not null,
        on_hand    bigint not null,
        reserved   bigint not null,
        check (0 <= reserved and reserved <= on_hand)
      )`);
    // What each order was told last: asked again, it is answered the same
    await runner.query(`
      create table reservation (
        order_id text primary key,
        status   text not null check (status in ('RESERVED', 'REJECTED', 'RELEASED')),
        answer   jsonb not null
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table reservation');
    await runner.query('drop table stock');
  }
}
