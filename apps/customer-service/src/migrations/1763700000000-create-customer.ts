import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCustomer1763700000000 implements MigrationInterface {
  readonly name = 'CreateCustomer1763700000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table customer (
        customer_id   uuid primary key,
        version       bigint not null,
        first_name    text not null,
        last_name     text not null,
        email         text not null,
        category      text not null,
        street        text not null,
        postal_code   text not null,
        city          text not null,
        country       text not null,
        registered_at timestamptz not null,
        updated_at    timestamptz not null
      )`);
    // Versions never restart: who comes back with an id that was deleted goes on counting
    await runner.query(`
      create table customer_graveyard (
        customer_id  uuid primary key,
        last_version bigint not null,
        deleted_at   timestamptz not null default now()
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table customer_graveyard');
    await runner.query('drop table customer');
  }
}
