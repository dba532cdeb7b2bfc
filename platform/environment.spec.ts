import { describe, expect, it } from '@jest/globals';
import { allVariables, portVariable, readSettings, root, urlVariable } from './environment.ts';

const orders = { name: 'order-service', port: 3004 };

describe('the environment', () => {
  it('needs nothing', () => {
    const { dataDir, ports, own, portOf, door } = readSettings({});
    expect(dataDir).toBe(`${root}/.data`);
    expect(ports).toEqual({ kafka: 9092, kafkaController: 9093, registry: 8081, postgres: 15432 });
    expect(own).toEqual({});
    expect([portOf(orders), door]).toEqual([3004, 'http://127.0.0.1:8080']);
  });

  it('moves every standard port by PORT_OFFSET, and none that is set by itself', () => {
    const { ports, portOf, door } = readSettings({
      PORT_OFFSET: '1000',
      KAFKA_PORT: '9500',
      ORDER_SERVICE_PORT: '3400',
    });
    expect(ports).toEqual({ kafka: 9500, kafkaController: 10093, registry: 9081, postgres: 16432 });
    expect([portOf(orders), portOf({ name: 'stock-service', port: 3003 })]).toEqual([3400, 4003]);
    expect(door).toBe('http://127.0.0.1:9080');
  });

  it('takes the tokens of its own identity provider, unless another is given', () => {
    const { issuer, identityDir, clientsFile } = readSettings({ PORT_OFFSET: '1000', DATA_DIR: '/data' });
    expect([issuer, identityDir]).toEqual(['http://127.0.0.1:4006', '/data/identity']);
    expect(clientsFile).toBe('/data/identity/clients.json');
    const mine = readSettings({ OIDC_ISSUER: 'https://id.example', OIDC_CLIENTS: '/run/clients.json' });
    expect([mine.issuer, mine.own.issuer, mine.clientsFile]).toEqual([
      ...['https://id.example', 'https://id.example', '/run/clients.json'],
    ]);
  });

  it('tells all that is wrong at once', () =>
    expect(() => readSettings({ KAFKA_PORT: '70000', PORT_OFFSET: 'many', REGISTRY_URL: 'localhost:8081' })).toThrow(
      /PORT_OFFSET is "many"[^]*KAFKA_PORT is "70000"[^]*REGISTRY_URL is not an address/,
    ));

  it('takes an empty value for none, as in a copied .env.example', () =>
    expect(readSettings({ KAFKA_BROKERS: '', KAFKA_PORT: '' })).toMatchObject({ own: {}, ports: { kafka: 9092 } }));

  it('names the variables of a service after it, and the gateway without api', () => {
    expect([portVariable('order-service'), urlVariable('order-service')]).toEqual([
      'ORDER_SERVICE_PORT',
      'ORDER_SERVICE_URL',
    ]);
    expect(portVariable('api-gateway')).toBe('GATEWAY_PORT');
  });

  it('lists the ports of the services beside those of the servers', () =>
    expect(allVariables([orders])).toContainEqual({
      name: 'ORDER_SERVICE_PORT',
      standard: '3004',
      about: 'order-service',
    }));
});
