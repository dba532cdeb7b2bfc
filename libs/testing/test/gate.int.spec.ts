import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../src/eventually.ts';
import { createGate, type Gate } from '../src/gate.ts';

let server: Server;
let gate: Gate;
let client: Socket;
let heard: string;

/** A server that says everything once more. */
beforeEach(async () => {
  server = createServer((socket) => socket.on('error', () => {}).pipe(socket)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  gate = await createGate((server.address() as { port: number }).port);
  client = await dialled();
});

afterEach(async () => {
  client.destroy();
  await gate.close();
  server.close();
});

async function dialled(): Promise<Socket> {
  const socket = connect(gate.port, '127.0.0.1');
  socket.on('error', () => {});
  heard = '';
  socket.on('data', (bytes) => (heard += bytes));
  await once(socket, 'connect');
  return socket;
}

const closed = (socket: Socket) => new Promise((resolve) => socket.once('close', resolve));

const says = async (text: string) => {
  client.write(text);
  await eventually(() => heard.endsWith(text), 30_000);
};

describe('a gate', () => {
  it('lets everything through', () => says('hello'));

  it('cut, resets who is connected and whoever comes, until it is open again', async () => {
    await says('hello');
    const reset = closed(client);
    gate.cut();
    await reset;
    await closed(connect(gate.port, '127.0.0.1').on('error', () => {}));
    gate.open();
    client = await dialled();
    await says('again');
  });

  it('stalled, holds back what is said, by newcomers too, and delivers it in its order afterwards', async () => {
    await says('hello');
    gate.stall();
    client.write(', are you');
    const newcomer = connect(gate.port, '127.0.0.1');
    let heardByNewcomer = '';
    newcomer.on('data', (bytes) => (heardByNewcomer += bytes));
    await once(newcomer, 'connect');
    newcomer.write('me too');
    const other = await createGate((server.address() as { port: number }).port);
    const proof = connect(other.port, '127.0.0.1'); // who goes another way is served meanwhile
    proof.write('x');
    await once(proof, 'data');
    expect([heard, heardByNewcomer]).toEqual(['hello', '']);
    client.write(' there?');
    gate.open();
    await eventually(() => heard === 'hello, are you there?' && heardByNewcomer === 'me too', 30_000);
    newcomer.destroy();
    proof.destroy();
    await other.close();
  });

  it('forgets who is connected, and lets newcomers through', async () => {
    await says('hello');
    gate.forget();
    client.write(', are you there?');
    const newcomer = await dialled();
    newcomer.write('me too');
    await eventually(() => heard === 'me too', 30_000);
    gate.stall();
    gate.open();
    newcomer.write('!');
    await eventually(() => heard === 'me too!', 30_000);
    newcomer.destroy();
  });

  it.each([
    ['before', ''],
    ['after', 'please COMMIT'],
  ] as const)('cuts a connection %s the server hears what was said', async (when, itHears) => {
    let heardByServer = '';
    server.on('connection', (socket) => socket.on('data', (bytes) => (heardByServer += bytes)));
    client.destroy();
    client = await dialled();
    await says('hello');
    gate.cutAt(/commit/i, when, 1);
    const ended = closed(client);
    client.write('please COMMIT');
    await ended;
    expect(gate.cutsLeft()).toBe(0);
    expect(heard).toBe('hello');
    await eventually(() => heardByServer === `hello${itHears}`, 30_000);
    client = await dialled();
    await says('commit'); // it was to cut one only
  });

  it('closes for the server what the client has closed', async () => {
    await says('hello');
    const connections = () => new Promise<number>((resolve) => server.getConnections((_, count) => resolve(count)));
    expect(await connections()).toBe(1);
    client.destroy();
    await eventually(async () => (await connections()) === 0, 30_000);
  });
});
