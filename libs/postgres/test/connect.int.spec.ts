import { createServer } from 'node:net';
import { expect, it } from '@jest/globals';
import { connect, createPool, isTransient } from '../src/index.ts';

it('a server that takes connections and says nothing is away for now, for a client and for a pool', async () => {
  const mute = createServer((socket) => socket.on('error', () => {})).listen(0, '127.0.0.1');
  await new Promise((resolve) => mute.once('listening', resolve));
  const { port } = mute.address() as { port: number };
  const url = `postgres://nobody:nothing@127.0.0.1:${port}/none`;
  const pool = createPool(url, { connectionTimeoutMillis: 200 });
  try {
    for (const attempt of [() => connect(url, { connectionTimeoutMillis: 200 }), () => pool.query('select 1')]) {
      const error = await attempt().then(
        () => undefined,
        (reason: unknown) => reason,
      );
      expect([String(error), isTransient(error)]).toEqual([String(error), true]);
    }
  } finally {
    await pool.end();
    mute.close();
  }
});
