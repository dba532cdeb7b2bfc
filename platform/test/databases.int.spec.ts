import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect } from '@offset-zero/postgres';
import { servers } from '@offset-zero/testing';
import { createDatabases, databaseName, databaseUrl, passwords, recreateDatabase } from '../databases.process.ts';

const unique = randomBytes(4).toString('hex');
const [orders, customers] = [`orders-${unique}`, `customers-${unique}`];
const superuser = () => servers().postgresUrl;
let folder: string;
let roles: Record<string, string>;

async function query(url: string, text: string): Promise<unknown[]> {
  const client = await connect(url);
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

const urlOf = (service: string, password = roles[service]!) => databaseUrl(superuser(), service, password);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'offset-zero-databases-'));
  roles = passwords(join(folder, 'passwords.json'), [orders, customers]);
  await createDatabases(superuser(), roles, { closeShared: false });
});

afterAll(async () => {
  for (const name of [orders, customers].map(databaseName)) {
    await query(superuser(), `drop database if exists ${name} with (force)`);
    await query(superuser(), `drop role if exists ${name}`);
  }
  rmSync(folder, { recursive: true });
});

describe('the databases', () => {
  it('belong to one service each, which may do anything in its own', async () => {
    await query(urlOf(orders), 'create table mine (); create extension pg_trgm');
    expect(await query(urlOf(orders), 'select current_user as me')).toEqual([{ me: databaseName(orders) }]);
  });

  it("cannot even be connected to with another's role", async () => {
    const url = new URL(urlOf(orders));
    url.pathname = `/${databaseName(customers)}`;
    await expect(query(url.href, 'select 1')).rejects.toThrow(/permission denied for database/);
  });

  it('are made once: a second time changes nothing but a lost password', async () => {
    await query(urlOf(orders), 'create table kept ()');
    await createDatabases(superuser(), { ...roles, [orders]: 'another' }, { closeShared: false });
    await expect(query(urlOf(orders), 'select 1')).rejects.toThrow(/password/);
    expect(await query(urlOf(orders, 'another'), 'select from kept')).toEqual([]);
    await createDatabases(superuser(), roles, { closeShared: false });
  });

  it('can be had again empty, though somebody is connected', async () => {
    await query(urlOf(orders), 'create table old ()');
    const connected = await connect(urlOf(orders));
    await recreateDatabase(superuser(), orders);
    await expect(query(urlOf(orders), 'select from old')).rejects.toThrow(/does not exist/);
    await connected.end().catch(() => {});
  });
});

describe('the passwords', () => {
  it('are kept, and readable by their owner only', () => {
    const file = join(folder, 'passwords.json');
    expect(passwords(file, [orders])).toEqual(roles);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});
