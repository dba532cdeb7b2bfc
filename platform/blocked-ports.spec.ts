import { describe, expect, it } from '@jest/globals';
import { BLOCKED, blockedPorts } from './blocked-ports.ts';

describe('the ports that no client asks', () => {
  it.each(BLOCKED)('%i is refused by fetch before it asks', async (port) =>
    expect(await fetch(`http://127.0.0.1:${port}`).catch(({ cause }) => cause.message)).toBe('bad port'),
  );

  it('are told with the variable that moves them, where HTTP is spoken', () => {
    const door = { port: 10080, who: 'api-gateway', variable: 'GATEWAY_PORT', http: true };
    expect(
      blockedPorts([door, { ...door, port: 8080 }, { port: 10080, who: 'Kafka', variable: 'KAFKA_PORT' }]),
    ).toEqual([
      'Port 10080 for api-gateway is one that browsers and fetch refuse: set GATEWAY_PORT, or another PORT_OFFSET.',
    ]);
  });
});
