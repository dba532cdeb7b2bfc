import { describe, expect, it } from '@jest/globals';
import { service } from '../manifest.ts';
import { ConfigError, readConfig } from './config.ts';
import type { Env } from './env.ts';

const shop = service({ name: 'shop', port: 3001, summary: 'A shop.' });
const complete = {
  DATABASE_URL: 'postgres://shop:secret@127.0.0.1:5432/shop',
  KAFKA_BROKERS: '127.0.0.1:9092, 127.0.0.1:9093',
  REGISTRY_URL: 'http://127.0.0.1:8081/apis/ccompat/v7/',
};
const none = () => ({});

function faultsOf(variables: Record<string, string>, settings: (env: Env) => object = none): string[] {
  try {
    readConfig(shop, variables, settings);
  } catch (error) {
    return (error as ConfigError).faults;
  }
  return [];
}

describe('the environment of a service', () => {
  it('gives a config, with defaults for where to listen and what to log', () =>
    expect(readConfig(shop, complete, none).config).toEqual({
      host: '127.0.0.1',
      port: 3001,
      trustedProxies: [],
      logLevel: 'info',
      version: 'dev',
      tracing: undefined,
      identity: {
        issuer: 'http://127.0.0.1:3006',
        jwksUri: undefined,
        audience: 'offset-zero',
        rolesClaim: 'roles',
      },
      databaseUrl: complete.DATABASE_URL,
      brokers: ['127.0.0.1:9092', '127.0.0.1:9093'],
      registryUrl: 'http://127.0.0.1:8081/apis/ccompat/v7',
    }));

  it('has every fault said at once, the service’s own settings included', () =>
    expect(
      faultsOf({ PORT: '99999', DATABASE_URL: 'mysql://x', LOG_LEVEL: 'loud', PATIENCE: 'long' }, (env) => ({
        patience: env.integer('PATIENCE', { min: 1, max: 60 }, 10),
      })),
    ).toEqual([
      expect.stringMatching(/^DATABASE_URL must be/),
      expect.stringMatching(/^KAFKA_BROKERS is not set/),
      expect.stringMatching(/^REGISTRY_URL is not set/),
      expect.stringMatching(/^PORT must be a whole number from 0 to 65535/),
      expect.stringMatching(/^LOG_LEVEL must be one of/),
      expect.stringMatching(/^PATIENCE must be/),
    ]));

  it('never repeats a value, which may be a secret', () =>
    expect(faultsOf({ ...complete, DATABASE_URL: 'secret' }).join()).not.toContain('secret'));

  it.each(['localhost', 'localhost:port', 'http://localhost:9092', ','])('refuses %j as brokers', (brokers) =>
    expect(faultsOf({ ...complete, KAFKA_BROKERS: brokers })).toHaveLength(1),
  );

  it('believes proxies at addresses and in networks', () =>
    expect(
      readConfig(shop, { ...complete, TRUSTED_PROXIES: '10.0.0.7, 10.1.0.0/16,fd00::/8' }, none).config.trustedProxies,
    ).toEqual(['10.0.0.7', '10.1.0.0/16', 'fd00::/8']));

  it.each(['true', 'proxy', '1', '*', '10.0.0.0/33', '0.0.0.0/0', '::/0', '10.0.0.0/', '10.0.0.7,', '10.0.0.0/8/8'])(
    'does not believe %j',
    (proxies) => expect(faultsOf({ ...complete, TRUSTED_PROXIES: proxies })).toHaveLength(1),
  );

  it('asks a service without a database for no servers', () => {
    const gateway = service({ name: 'gateway', port: 8080, summary: 'The door.', database: false });
    expect(readConfig(gateway, {}, none).config.port).toBe(8080);
  });
});
