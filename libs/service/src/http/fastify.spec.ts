import { describe, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { createAdapter } from './fastify.ts';

const PROXY = '10.1.0.7';
const STRANGER = '203.0.113.9';

async function addressSeen(trustedProxies: string[], from: string, forwardedFor?: string): Promise<string> {
  const adapter = createAdapter(() => {}, trustedProxies);
  const fastify = adapter.getInstance() as unknown as FastifyInstance;
  fastify.get('/', (request) => request.ip);
  const headers = forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor };
  return (await fastify.inject({ url: '/', remoteAddress: from, headers })).body;
}

describe('the address of a caller', () => {
  it('is what a trusted proxy says, by address or by network', async () => {
    for (const trusted of [PROXY, '10.1.0.0/16'])
      expect(await addressSeen([trusted], PROXY, '198.51.100.7')).toBe('198.51.100.7');
    expect(await addressSeen(['10.1.0.0/16'], `::ffff:${PROXY}`, '2001:db8::1')).toBe('2001:db8::1');
  });

  it('is what the last who is trusted was connected to, whatever was written before that', async () =>
    expect(await addressSeen(['10.1.0.0/16'], PROXY, '127.0.0.1, 198.51.100.7, 10.1.0.8')).toBe('198.51.100.7'));

  it('is not what anybody else says', async () => {
    expect(await addressSeen([PROXY], STRANGER, '198.51.100.7')).toBe(STRANGER);
    expect(await addressSeen([], STRANGER, '198.51.100.7')).toBe(STRANGER);
    expect(await addressSeen([], '127.0.0.1', '198.51.100.7')).toBe('127.0.0.1');
  });

  it('is the proxy’s own when he says nothing', async () => expect(await addressSeen([PROXY], PROXY)).toBe(PROXY));
});
