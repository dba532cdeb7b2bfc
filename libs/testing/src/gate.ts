import { createServer, connect as dial, type Socket } from 'node:net';

export interface Gate {
  /** `host:port` of the gate. */
  address: string;
  port: number;
  open(): void;
  /** Ends what goes through and refuses what comes. */
  shut(): void;
  /** Nothing goes through any more, and nobody is told. */
  hang(): void;
  /**
   * Cuts the next `times` connections whose client says something that matches (its bytes, one character each): `before`
   * the server hears it, or `after`, when only the answer is lost.
   */
  cutAt(said: RegExp, when: 'before' | 'after', times: number): void;
  /** How many connections `cutAt` has still to cut. */
  cutsLeft(): number;
  close(): Promise<void>;
}

/** A way to a server that can be barred, as a network does it: the server itself serves others on. */
export async function createGate(host: string, port: number): Promise<Gate> {
  let state: 'open' | 'shut' | 'hanging' = 'open';
  let cut: { said: RegExp; when: 'before' | 'after' } | undefined;
  let cutsLeft = 0;
  const pairs = new Set<[Socket, Socket]>();
  const held = new Set<Socket>();

  function cuts(bytes: Buffer): 'before' | 'after' | undefined {
    if (cutsLeft === 0 || !cut!.said.test(bytes.toString('latin1'))) return undefined;
    cutsLeft--;
    return cut!.when;
  }

  function forward(inside: Socket, outside: Socket): void {
    inside.on('data', (bytes: Buffer) => {
      const when = cuts(bytes);
      if (when === 'before') return inside.destroy();
      if (when === 'after') {
        outside.unpipe(inside);
        outside.once('data', () => inside.destroy()).resume();
        outside.write(bytes);
        return;
      }
      if (outside.write(bytes)) return;
      inside.pause();
      outside.once('drain', () => inside.resume());
    });
    outside.pipe(inside);
  }

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
    }
    forward(inside, outside);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port: own } = server.address() as { port: number };
  const drop = () => [...held, ...[...pairs].flat()].forEach((socket) => socket.destroy());
  return {
    address: `127.0.0.1:${own}`,
    port: own,
    open() {
      state = 'open';
    },
    shut() {
      state = 'shut';
      drop();
    },
    hang() {
      state = 'hanging';
      for (const [inside, outside] of pairs) {
        outside.unpipe(inside);
        inside.pause();
        outside.pause();
      }
    },
    cutAt(said, when, times) {
      cut = { said, when };
      cutsLeft = times;
    },
    cutsLeft: () => cutsLeft,
    async close() {
      drop();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
