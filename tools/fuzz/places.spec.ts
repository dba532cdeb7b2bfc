import { expect, it } from '@jest/globals';
import { places } from './places.ts';

it('the fuzzer asks the gateway, and each service behind it: also one without a database', () => {
  const { gateway, services } = places({ portOf: ({ port }) => port + 100 });
  expect(gateway).toBe('http://127.0.0.1:8180');
  expect(services).toContainEqual({ name: 'order-service', url: 'http://127.0.0.1:3104' });
  expect(services).toContainEqual({ name: 'event-hub', url: 'http://127.0.0.1:3107' });
  expect(services.map(({ name }) => name)).not.toContain('identity'); // it has its own protocol and no document of ours
});
