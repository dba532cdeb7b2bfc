import { describe, expect, it } from '@jest/globals';
import { asking, eventually, servers } from '@offset-zero/testing';
import { switchable } from './switchable.ts';
import { peter, ready, startWorld } from './world.ts';

describe('the life of a service', () => {
  it('starts without a registry, reads, says why it cannot write yet, and writes when the registry comes', async () => {
    const registry = await switchable(servers().registryUrl);
    const world = await startWorld(() => ({ REGISTRY_URL: registry.url }));
    try {
      await eventually(async () => (await world.ask('GET', '/health/ready')).status === 200);
      const { body } = await world.ask('GET', '/health/ready');
      expect(body.degraded.map(({ code }: { code: string }) => code)).toContain('schemas-unknown');
      expect((await world.ask('GET', '/customers')).status).toBe(200);
      const { status, body: problem } = await world.ask('POST', '/customers', peter);
      expect([status, problem.code]).toEqual([503, 'service-starting']);
      registry.on();
      await eventually(async () => (await world.ask('POST', '/customers', peter)).status === 201);
    } finally {
      await world.stop();
      await registry.close();
    }
  });

  it('starts without its database, is not ready, and recovers by itself, more than once', async () => {
    const way = await switchable(servers().postgresUrl);
    const world = await startWorld(({ url }) => ({
      DATABASE_URL: Object.assign(new URL(url), { host: new URL(way.url).host }).href,
    }));
    try {
      expect((await world.ask('GET', '/health/live')).status).toBe(200);
      const { status, body } = await world.ask('GET', '/health/ready');
      expect([status, body.status]).toEqual([503, 'not-ready']);
      const early = await world.ask('GET', '/customers');
      expect([early.status, early.body.code, early.headers.get('retry-after')]).toEqual([503, 'service-starting', '1']);

      way.on();
      await ready(world);
      expect((await world.ask('POST', '/customers', peter)).status).toBe(201);

      way.off();
      const without = await world.ask('POST', '/customers', peter);
      expect([without.status, without.body.code]).toEqual([503, 'database-unavailable']);
      expect((await world.ask('GET', '/health/ready')).status).toBe(503);
      expect((await world.ask('GET', '/health/live')).status).toBe(200);

      way.on();
      await ready(world);
      expect((await world.ask('POST', '/customers', peter)).status).toBe(201);
      expect(world.fatal).toEqual([]);
    } finally {
      way.on();
      await world.stop();
      await way.close();
    }
  });

  it('answers what is in flight before it goes', async () => {
    const world = await startWorld();
    await ready(world);
    const release = await world.holdCustomers();
    const inFlight = world.ask('POST', '/customers', peter);
    await world.someoneWaits();
    const stopped = world.stop();
    const refused = () =>
      asking(world.service.url)('GET', '/health/live').then(
        () => false,
        () => true,
      );
    await eventually(refused);
    await release();
    expect((await inFlight).status).toBe(201);
    await stopped;
  });

  it('shows its API, its metrics and its health', async () => {
    const world = await startWorld();
    try {
      await ready(world);
      const { body: api } = await world.ask('GET', '/docs-json');
      expect(api.components.schemas.CustomerInput.properties.firstName).toMatchObject({ minLength: 1, maxLength: 100 });
      const { responses } = api.paths['/customers/{customerId}'].put;
      expect(Object.keys(responses)).toEqual(expect.arrayContaining(['200', '400', '404', '412', '428']));
      const page = await world.ask('GET', '/docs');
      expect(page.status).toBe(200);
      for (const [, address] of (page.body as string).matchAll(/(?:src|href)="([^"]+)"/g)) {
        expect(address).not.toContain('://');
        expect((await fetch(new URL(address!, `${world.service.url}/docs`))).status).toBe(200);
      }
      await world.ask('POST', '/customers', peter);
      const metrics = (await world.ask('GET', '/metrics')).body as string;
      expect(metrics).toMatch(
        /^http_request_duration_seconds_count\{.*method="POST",route="\/customers",status="201"\} 1$/m,
      );
      expect(metrics).toMatch(/^outbox_rows\{/m);
    } finally {
      await world.stop();
    }
  });
});
