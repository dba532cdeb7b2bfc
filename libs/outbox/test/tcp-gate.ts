import { createServer, connect as dial, type Socket } from 'node:net';

export interface Gate {
  /** `host:port` of the gate. */
  address: string;
  open(): void;
  /** Ends what goes through and refuses what comes. */
  shut(): void;
  /** Nothing goes through any more, and nobody is told. */
  hang(): void;
  close(): Promise<void>;
}

/** A way to a server that can be barred, as a network does it: the server itself serves others on. */
export async function createGate(host: string, port: number): Promise<Gate> {
  let state: 'open' | 'shut' | 'hanging' = 'open';
  const pairs = new Set<[Socket, Socket]>();
  const held = new Set<Socket>();
  const server = createServer((inside) => {
    inside.on('error', () => {});
    if (state === 'shut') return inside.destroy();
    if (state === 'hanging') return held.add(inside.pause());
    const outside = dial(port, host);
    const pair: [Socket, Socket] = [inside, outside];
    pairs.add(pair);
    for (const [from, to] of [pair, [outside, inside]] as const) {
      from.on('error', () => to.destroy());
      from.on('close', () => {
        to.destroy();
        pairs.delete(pair);
      });
      from.pipe(to);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port: own } = server.address() as { port: number };
  const drop = () => [...held, ...[...pairs].flat()].forEach((socket) => socket.destroy());
  return {
    address: `127.0.0.1:${own}`,
    open() {
      state = 'open';
    },
    shut() {
      state = 'shut';
      drop();
    },
    hang() {
      state = 'hanging';
      pairs.forEach((pair) => pair.forEach((socket) => socket.unpipe().pause()));
    },
    async close() {
      drop();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
