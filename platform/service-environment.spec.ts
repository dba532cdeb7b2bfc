import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { service } from '@offset-zero/service/manifest';
import { kafkaProgram } from './kafka.process.ts';
import { registryProgram } from './registry.process.ts';
import { serviceEnvironment } from './service-environment.ts';

const orders = service({ name: 'order-service', port: 3004, summary: '' });
const gateway = service({ name: 'api-gateway', port: 8080, summary: '', database: false, asks: ['order-service'] });
const identity = service({ name: 'identity', port: 3006, summary: '', database: false });
const ports = new Map([
  ['order-service', 4004],
  ['customer-service', 4001],
  ['api-gateway', 9080],
]);
const shared = {
  ...{ brokers: '127.0.0.1:9092', registryUrl: 'http://127.0.0.1:8081', ports },
  ...{ issuer: 'http://127.0.0.1:4006', identityDir: '/data/identity' },
};

describe('the environment of a service', () => {
  it('is its own port and database, and the shared servers', () =>
    expect(serviceEnvironment(orders, { ...shared, databaseUrl: 'postgres://mine' }, { LOG_LEVEL: 'debug' })).toEqual({
      NODE_ENV: 'production',
      LOG_LEVEL: 'debug',
      HOST: '127.0.0.1',
      PORT: '4004',
      DATABASE_URL: 'postgres://mine',
      KAFKA_BROKERS: '127.0.0.1:9092',
      REGISTRY_URL: 'http://127.0.0.1:8081',
      OIDC_ISSUER: 'http://127.0.0.1:4006',
    }));

  it('tells the identity provider alone where its secrets are, and where people come from', () => {
    const of = (more = {}) => serviceEnvironment(identity, shared, more);
    expect(of()).toMatchObject({
      IDENTITY_DIR: '/data/identity',
      IDENTITY_WEB_ORIGINS: 'http://127.0.0.1:9080,http://localhost:9080',
    });
    expect(of({ IDENTITY_WEB_ORIGINS: 'http://localhost:5173' }).IDENTITY_WEB_ORIGINS).toMatch(
      /:9080,http:\/\/localhost:5173$/,
    );
    expect(serviceEnvironment(gateway, shared, {})).not.toHaveProperty('IDENTITY_DIR');
  });

  it('tells where those are whom it asks, and nobody else', () => {
    expect(serviceEnvironment(gateway, shared, {})).toMatchObject({ ORDER_SERVICE_URL: 'http://127.0.0.1:4004' });
    for (const manifest of [gateway, orders])
      expect(serviceEnvironment(manifest, shared, {})).not.toHaveProperty('CUSTOMER_SERVICE_URL');
    const more = { ORDER_SERVICE_URL: 'http://a:1,http://b:2' };
    expect(serviceEnvironment(gateway, shared, more)).toMatchObject(more);
  });

  it("keeps the superuser's address to the platform", () =>
    expect(serviceEnvironment(orders, shared, { POSTGRES_URL: 'x', POSTGRES_PASSWORD: 'x', npm_command: 'x' })).toEqual(
      serviceEnvironment(orders, shared, {}),
    ));
});

describe('the environment of Kafka and the registry', () => {
  const jars = mkdtempSync(join(tmpdir(), 'jars-'));
  writeFileSync(join(jars, 'a-runner.jar'), '');
  afterAll(() => rmSync(jars, { recursive: true }));
  const before = { ...process.env };
  afterEach(() => void (process.env = before));

  it.each([
    ['kafka', () => kafkaProgram({ jars, folder: '/data', port: 9092, controllerPort: 9093 })],
    ['registry', () => registryProgram({ jars, folder: '/data', port: 8081 })],
  ])('%s learns no password', (_name, program) => {
    process.env = { ...before, POSTGRES_URL: 'secret', POSTGRES_PASSWORD: 'secret', SERVICE_PASSWORD: 'secret' };
    expect(Object.values(program().env)).not.toContain('secret');
    expect(program().env.PATH).toBe(before.PATH);
  });
});
