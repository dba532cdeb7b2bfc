import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { portVariable, root, urlVariable } from '@offset-zero/platform/environment';
import { findApps } from '@offset-zero/platform/manifests.process';
import { parse } from 'yaml';

const COMPOSE_GO = 'github.com/compose-spec/compose-go/v2/cmd@v2.16.2';
const env = { ...process.env, POSTGRES_PASSWORD: 'p', SERVICE_PASSWORD: 's' };
const succeeds = (command: string, args: string[]) => spawnSync(command, args, { cwd: root, env }).status === 0;

interface Compose {
  services: Record<
    string,
    {
      image?: string;
      command?: string[];
      stop_grace_period?: string;
      ports?: string[];
      environment?: Record<string, string>;
      build?: { args?: Record<string, string> };
    }
  >;
}

let compose: Compose;
let manifests: { name: string; port: number; database: boolean }[];

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

  it('tells the gateway where each service is', () => {
    const environment = compose.services['api-gateway']!.environment!;
    for (const { name, port } of manifests.filter(({ name }) => name !== 'api-gateway')) {
      const variable = urlVariable(name);
      expect([variable, environment[variable]]).toEqual([variable, `http://${name}:${port}`]);
    }
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
