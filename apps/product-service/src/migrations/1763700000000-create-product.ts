import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateProduct1763700000000 implements MigrationInterface {
  readonly name = 'CreateProduct1763700000000';

  async up(runner: QueryRunner): Promise<void> {
    // A deleted product keeps its row as a gravestone: who comes back with its id goes on counting versions
    await runner.query(`
      create table product (
        product_id   text collate "C" primary key,
        version      bigint not null,
        name         text not null,
        description  text not null,
        category     text not null,
        amount_minor bigint not null,
        currency     text not null,
        deleted      boolean not null default false
      )`);
    await runner.query('create index product_category on product (category, product_id) where not deleted');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table product');
  }
}
