import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { createAdapter } from '../src/http/fastify.ts';

let app: FastifyInstance;
let begun: number;
let answer: PromiseWithResolvers<void>;

beforeAll(async () => {
  app = createAdapter((_error, _request, reply) => void reply.code(400).send('no address'), []).getInstance() as never;
  app.get('/', async () => {
    begun++;
    await answer.promise;
    return 'x';
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => app.close());

async function asking(times: number, path = '/'): Promise<Socket> {
  begun = 0;
  answer = Promise.withResolvers();
  const { port } = app.server.address() as { port: number };
  const socket = connect(port, '127.0.0.1');
  socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`.repeat(times));
  return socket;
}

it('answers some requests that come at once on one connection, in their order, and those that follow', async () => {
  const socket = await asking(8);
  answer.resolve();
  socket.once('data', () => socket.end('GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'));
  expect((await text(socket)).match(/200 OK/g)).toHaveLength(9);
});

it('ends a connection that asks for more without reading', async () => {
  const socket = await asking(2_000);
  expect(await text(socket).catch(() => '')).toBe('');
  expect(begun).toBeLessThanOrEqual(8);
  answer.resolve();
});

it('ends one that asks for what no route is looked for, too', async () => {
  const said = await text(await asking(2_000, '/%')).catch(() => '');
  expect(said.match(/400 Bad Request/g)?.length ?? 0).toBeLessThanOrEqual(8);
});

it('answers as many as there are, one after the other', async () => {
  const socket = await asking(1, '/%');
  let answers = 0;
  for await (const chunk of socket) {
    answers += String(chunk).match(/400 Bad Request/g)?.length ?? 0;
    if (answers === 30) break;
    socket.write('GET /% HTTP/1.1\r\nHost: x\r\n\r\n');
  }
  expect(answers).toBe(30);
});
