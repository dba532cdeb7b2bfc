import type { TypeOrmModuleOptions } from '@nestjs/typeorm';
import pg, { type Pool } from 'pg';
import type { MigrationInterface } from 'typeorm';

/**
 * TypeORM on the service's own pool instead of a second one. It is initialised by `openDatabase`, when Postgres is
 * there, and it never ends the pool: who made it does.
 */
export function typeOrmOptions(pool: Pool, migrations: (new () => MigrationInterface)[]): TypeOrmModuleOptions {
  const shared = Object.create(pool, { end: { value: (done: () => void) => done() } }) as Pool;
  return {
    type: 'postgres',
    driver: {
      ...pick(pg),
      Pool: function SharedPool() {
        return shared;
      },
    },
    autoLoadEntities: true,
    manualInitialization: true,
    installExtensions: false,
    migrations,
    migrationsTransactionMode: 'all',
  } as TypeOrmModuleOptions;
}

/** Without `native`, whose getter tries to load a package that is not there. */
const pick = ({ Client, Query, types, defaults }: typeof pg) => ({ Client, Query, types, defaults });
