import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ids are made by the service and none comes back, so nobody ever asked for the last version of a deleted one. */
export class DropCustomerGraveyard1763900000000 implements MigrationInterface {
  readonly name = 'DropCustomerGraveyard1763900000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('drop table customer_graveyard');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table customer_graveyard (
        customer_id  uuid primary key,
        last_version bigint not null,
        deleted_at   timestamptz not null default now()
      )`);
  }
}
