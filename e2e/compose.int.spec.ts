import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { allVariables, IDENTITY, portVariable, root, urlVariable } from '@offset-zero/platform/environment';
import { findApps } from '@offset-zero/platform/manifests.process';
import { parse } from 'yaml';

const COMPOSE_GO = 'github.com/compose-spec/compose-go/v2/cmd@v2.16.2';
const env = { ...process.env, POSTGRES_PASSWORD: 'p', SERVICE_PASSWORD: 's' };
const succeeds = (command: string, args: string[]) => spawnSync(command, args, { cwd: root, env }).status === 0;

interface Compose {
  volumes: object;
  services: Record<
    string,
    {
      image?: string;
      command?: string[];
      stop_grace_period?: string;
      ports?: string[];
      /** Null: what the shell or .env say. */
      environment?: Record<string, string | null>;
      build?: { args?: Record<string, string> };
      volumes?: string[];
    }
  >;
}

let compose: Compose;
let manifests: { name: string; port: number; database: boolean; asks: readonly string[] }[];

beforeAll(async () => {
  compose = parse(readFileSync(join(root, 'docker-compose.yml'), 'utf8'), { merge: true }) as Compose;
  manifests = (await findApps(root)).map(({ manifest }) => manifest);
});

const database = (name: string) => name.replaceAll('-', '_');

describe('docker-compose.yml', () => {
  it('is valid for Docker Compose, or for the library that Compose itself reads files with', () => {
    const valid = succeeds('docker', ['compose', 'version'])
      ? () => execFileSync('docker', ['compose', 'config', '--quiet'], { cwd: root, env })
      : () => execFileSync('go', ['run', COMPOSE_GO, '--no-interpolation', 'docker-compose.yml'], { cwd: root, env }); // it reads no variables
    expect(valid).not.toThrow();
  });

  it('runs every service of the manifests on its port, published to this machine only', () => {
    for (const { name, port } of manifests) {
      const service = compose.services[name];
      expect(service?.build?.args).toEqual({ SERVICE: name });
      expect(String(service?.environment?.PORT)).toBe(String(port));
      expect(service?.ports).toEqual([`127.0.0.1:\${${portVariable(name)}:-${port}}:${port}`]);
    }
  });

  it('gives every service more time to stop than it takes', () => {
    for (const { name } of manifests) expect([name, compose.services[name]?.stop_grace_period]).toEqual([name, '15s']);
  });

  it('deploys by a script that exists', () => {
    const [npm, run, script, flag, project] = compose.services.deploy!.command!;
    expect([npm, run, flag]).toEqual(['npm', 'run', '-w']);
    const { scripts } = JSON.parse(
      readFileSync(join(root, project!.replace('@offset-zero/', ''), 'package.json'), 'utf8'),
    );
    expect(scripts).toHaveProperty(script!);
  });

  it('gives every service with a database that database and that role', () => {
    const databases = compose.services.postgres?.environment?.SERVICE_DATABASES?.split(' ');
    const owners = manifests.filter((service) => service.database).map(({ name }) => database(name));
    expect(databases).toEqual(expect.arrayContaining(owners));
    for (const name of owners) {
      const url = new URL(compose.services[name.replaceAll('_', '-')]!.environment!.DATABASE_URL!);
      expect([url.username, url.pathname]).toEqual([name, `/${name}`]);
    }
  });

  it('tells those who ask others where these are', () => {
    for (const { name, asks } of manifests) {
      const told = Object.entries(compose.services[name]!.environment!).filter(([variable]) =>
        manifests.some((other) => variable === urlVariable(other.name)),
      );
      const portOf = (other: string) => manifests.find((each) => each.name === other)!.port;
      const wanted = asks.map((other) => [urlVariable(other), `http://${other}:${portOf(other)}`]);
      expect([name, told.sort()]).toEqual([name, wanted.sort()]);
    }
  });

  it('has every service take the tokens of the one issuer, whose keys it can reach', () => {
    const { name: host, port } = IDENTITY;
    for (const { name } of manifests)
      expect([name, compose.services[name]?.environment]).toEqual([
        name,
        expect.objectContaining({
          OIDC_ISSUER: `http://127.0.0.1:\${${portVariable(host)}:-${port}}`,
          OIDC_JWKS_URI: `http://${host}:${port}/jwks`,
        }),
      ]);
  });

  it('hands on what can be set for a service, but for files of this machine', () => {
    const ofFiles = ['AUDIT_FILE', 'WEB_ROOT'];
    const settings = allVariables(manifests).filter(({ name }) => !ofFiles.includes(name));
    const takes = (service: string, names: string[]) =>
      expect([service, Object.keys(compose.services[service]!.environment!)]).toEqual([
        service,
        expect.arrayContaining(names),
      ]);
    for (const { name } of manifests) {
      const own = settings.filter(({ about }) => about.startsWith(`${name}: `));
      takes(name, [...own.map((variable) => variable.name), 'LOG_LEVEL']);
    }
    const traced = settings.filter(({ name }) => name.startsWith('OTEL_') && name !== 'OTEL_SERVICE_NAME');
    for (const { name } of manifests.filter(({ name }) => name !== IDENTITY.name))
      takes(name, ['SERVICE_VERSION', ...traced.map((variable) => variable.name)]);
  });

  it('keeps the secrets of the identity provider in a volume that its user may write to', () => {
    const { volumes, environment } = compose.services.identity!;
    const folder = environment!.IDENTITY_DIR;
    expect(volumes).toEqual([`identity:${folder}`]);
    expect(compose.volumes).toHaveProperty('identity');
    expect(readFileSync(join(root, 'Dockerfile'), 'utf8')).toContain(
      `install --directory --owner=node --mode=700 ${folder}\n`,
    );
  });

  it('runs the versions that platform/ runs', () => {
    const pom = readFileSync(join(root, 'platform/pom.xml'), 'utf8');
    const platform = JSON.parse(readFileSync(join(root, 'platform/package.json'), 'utf8')) as {
      optionalDependencies: Record<string, string>;
    };
    const [, kafka] = compose.services.kafka!.image!.split(':');
    const [, registry] = compose.services.registry!.image!.split(':');
    const [, postgres] = compose.services.postgres!.image!.split(':');
    expect(pom).toContain(`>${kafka}<`);
    expect(pom).toContain(`>${registry}<`);
    expect(Object.values(platform.optionalDependencies).every((version) => version.startsWith(`${postgres}.`))).toBe(
      true,
    );
  });
});
