import { expect, it } from '@jest/globals';
import fastify from 'fastify';
import { limitCalls } from './limit.http.ts';

it('is counted per address, where a route says so', async () => {
  const app = fastify();
  app.setErrorHandler((error, _request, reply) => reply.code(500).send((error as unknown as { code: string }).code));
  await app.register(async (scope) => {
    await limitCalls(scope, 2);
    scope.get('/token', { config: { rateLimit: {} } }, () => 'ok');
    scope.get('/jwks', () => 'ok');
  });
  const ask = async (url: string, remoteAddress = '10.0.0.1') => (await app.inject({ url, remoteAddress })).body;
  for (let i = 0; i < 3; i++) expect(await ask('/jwks')).toBe('ok');
  expect([await ask('/token'), await ask('/token'), await ask('/token')]).toEqual(['ok', 'ok', 'too-many-requests']);
  expect(await ask('/token', '10.0.0.2')).toBe('ok');
});
