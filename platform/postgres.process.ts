import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from '@offset-zero/postgres';
import { startTime } from './pid-files.process.ts';
import type { PostgresHome } from './postgres-home.process.ts';
import type { Program } from './program.process.ts';
import { runToEnd } from './run-to-end.process.ts';

export interface PostgresOptions {
  home: PostgresHome;
  port: number;
  /** No fsync: for data that nobody will miss after a power cut. */
  throwAway?: boolean;
}

/** PostgreSQL as a child process. The cluster is made at the first start, with a generated superuser password. */
export function postgresProgram({ home, port, throwAway }: PostgresOptions): Program {
  const options = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 300,
    jit: 'off',
    ...(throwAway && { fsync: 'off', full_page_writes: 'off' }),
  };
  return {
    name: 'postgres',
    command: join(home.binaries, 'bin', 'postgres'),
    args: ['-D', home.data, ...Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    cwd: '/',
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
    ...home.user,
    stopSignal: 'SIGINT', // the fast way: clients are sent off, nothing is lost
    patienceMs: 20_000,
    async prepare() {
      if (!existsSync(join(home.data, 'PG_VERSION'))) await createCluster(home);
      removeForeignLock(home.data);
    },
    async isReady() {
      await (await connect(superuserUrl(home, port))).end();
    },
  };
}

const passwordFile = (home: PostgresHome) => join(home.folder, 'postgres-password');

/** The superuser's address; the password is the one generated with the cluster. */
export const superuserUrl = (home: PostgresHome, port: number): string =>
  `postgres://postgres:${readFileSync(passwordFile(home), 'utf8')}@127.0.0.1:${port}/postgres`;

async function createCluster(home: PostgresHome): Promise<void> {
  const { uid = -1, gid = -1 } = home.user;
  const making = `${home.data}-making`;
  for (const folder of [making, home.data]) rmSync(folder, { recursive: true, force: true });
  mkdirSync(making, { mode: 0o700 });
  const password = randomBytes(18).toString('base64url');
  const handedOver = join(making, 'password');
  const cluster = join(making, 'cluster');
  writeFileSync(handedOver, password, { mode: 0o600 });
  for (const path of [making, handedOver]) chownSync(path, uid, gid);
  await runToEnd(
    join(home.binaries, 'bin', 'initdb'),
    [
      ...['-D', cluster, '--username=postgres', '--auth=scram-sha-256', `--pwfile=${handedOver}`],
      ...['--encoding=UTF8', '--locale=C.UTF-8', '--no-instructions'],
    ],
    { cwd: '/', env: { PATH: process.env.PATH, LC_ALL: 'C' }, ...home.user },
  );
  writeFileSync(passwordFile(home), password, { mode: 0o600 });
  renameSync(cluster, home.data);
  rmSync(making, { recursive: true, force: true });
}

/**
 * Postgres checks its own stale lock by pid alone; after a crash of the machine that pid may be anybody's, and it
 * would refuse to start. A lock that names a process which is no Postgres is nobody's.
 */
function removeForeignLock(data: string): void {
  const lock = join(data, 'postmaster.pid');
  if (!existsSync(lock)) return;
  const pid = Number(readFileSync(lock, 'utf8').split('\n')[0]);
  if (!startTime(pid)) return; // Postgres sees that itself, and looks for leftover children too
  const command = spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
  if (command !== '' && !command.includes('postgres')) rmSync(lock);
}
