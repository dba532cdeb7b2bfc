import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A shopper registers with the id of his account, and may come back with it: then he goes on counting versions. */
export class KeepGravestones1764200000000 implements MigrationInterface {
  readonly name = 'KeepGravestones1764200000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table customer add column deleted boolean not null default false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('delete from customer where deleted');
    await runner.query('alter table customer drop column deleted');
  }
}
