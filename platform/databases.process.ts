import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, type Sql, sqlOf } from '@offset-zero/postgres';

/** `order-service` → `order_service`: the name of its database and of its role. */
export const databaseName = (service: string): string => service.replaceAll('-', '_');

/** The passwords of the services' roles, made at the first start and kept in `file`, which only its owner may read. */
export function passwords(file: string, services: string[]): Record<string, string> {
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
  const missing = services.filter((service) => !known[service]);
  if (missing.length === 0) return known;
  for (const service of missing) known[service] = randomBytes(18).toString('base64url');
  writeFileSync(file, `${JSON.stringify(known, null, 2)}\n`, { mode: 0o600 });
  return known;
}

/** What a service connects with. */
export function databaseUrl(superuser: string, service: string, password: string): string {
  const url = new URL(superuser);
  Object.assign(url, { username: databaseName(service), password, pathname: `/${databaseName(service)}` });
  return url.href;
}

/**
 * One role and one database for each service, and nobody can even connect to another's. The shared databases `postgres`
 * and `template1` are closed too when the server is ours alone (`closeShared`).
 */
export async function createDatabases(
  superuser: string,
  roles: Record<string, string>,
  o: { closeShared: boolean },
): Promise<void> {
  await asSuperuser(superuser, async (sql) => {
    if (o.closeShared) {
      for (const shared of ['postgres', 'template1'])
        await sql.query(`revoke connect on database ${shared} from public`);
    }
    for (const [service, password] of Object.entries(roles)) {
      await createRole(sql, databaseName(service), password);
      await createDatabase(sql, databaseName(service));
    }
  });
}

/** An empty database in the place of the old one. Whoever is connected is thrown out. */
export async function recreateDatabase(superuser: string, service: string): Promise<void> {
  const name = databaseName(service);
  await asSuperuser(superuser, async (sql) => {
    await sql.query(`drop database if exists ${quoted(name)} with (force)`);
    await createDatabase(sql, name);
  });
}

async function createRole(sql: Sql, name: string, password: string): Promise<void> {
  const exists = await sql.query('select from pg_roles where rolname = $1', [name]);
  const verb = exists.length > 0 ? 'alter' : 'create';
  await sql.query(`${verb} role ${quoted(name)} login password '${password}'`); // base64url, and no bind values in DDL
}

async function createDatabase(sql: Sql, name: string): Promise<void> {
  const exists = await sql.query('select from pg_database where datname = $1', [name]);
  if (exists.length === 0) await sql.query(`create database ${quoted(name)} owner ${quoted(name)}`);
  await sql.query(`revoke all on database ${quoted(name)} from public`);
}

async function asSuperuser(url: string, work: (sql: Sql) => Promise<void>): Promise<void> {
  const client = await connect(url);
  try {
    await work(sqlOf(client));
  } finally {
    await client.end();
  }
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
