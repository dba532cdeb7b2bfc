import { createServer, connect as dial, type Socket } from 'node:net';

/** A way to a server that can be barred as a network does it; the server itself goes on serving others. */
export interface Gate {
  /** Where it listens, on 127.0.0.1. */
  port: number;
  /** Everything goes through; what was held up arrives now. */
  open(): void;
  /** Resets what goes through and refuses what comes. */
  cut(): void;
  /** Nothing goes through any more, in neither direction, and nobody is told. */
  stall(): void;
  close(): Promise<void>;
}

interface Pair {
  inside: Socket;
  outside?: Socket;
}

/** Listens on a free port and passes everything on to `port` of 127.0.0.1. */
export async function createGate(port: number): Promise<Gate> {
  let state: 'open' | 'cut' | 'stalled' = 'open';
  const pairs = new Set<Pair>();

  function join(pair: Pair): void {
    const { inside } = pair;
    const outside = (pair.outside = dial({ port, host: '127.0.0.1', noDelay: true }));
    watch(pair, outside);
    inside.pipe(outside).pipe(inside);
  }

  function watch(pair: Pair, socket: Socket): void {
    socket.on('error', () => {}); // `close` follows
    socket.on('close', (failed) => {
      if (state === 'stalled') return; // the other side learns it when the way is open again
      if (failed || !pair.outside) return drop(pair);
      pairs.delete(pair);
      for (const each of [pair.inside, pair.outside]) each.destroySoon(); // after what is still to be delivered
    });
  }

  function drop(pair: Pair): void {
    if (!pairs.delete(pair)) return;
    pair.inside.resetAndDestroy();
    pair.outside?.resetAndDestroy();
  }

  function hold({ inside, outside }: Pair): void {
    for (const socket of [inside, outside]) socket?.unpipe().pause();
  }

  function letGo(pair: Pair): void {
    const { inside, outside } = pair;
    if (inside.destroyed || outside?.destroyed) return drop(pair);
    if (!outside) return join(pair);
    inside.pipe(outside).pipe(inside);
  }

  const server = createServer({ noDelay: true, pauseOnConnect: true }, (inside) => {
    const pair: Pair = { inside };
    pairs.add(pair);
    watch(pair, inside);
    if (state === 'cut') drop(pair);
    else if (state === 'open') join(pair);
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));

  return {
    port: (server.address() as { port: number }).port,
    open() {
      const were = state;
      state = 'open';
      if (were === 'stalled') [...pairs].forEach(letGo);
    },
    cut() {
      state = 'cut';
      [...pairs].forEach(drop);
    },
    stall() {
      if (state === 'open') pairs.forEach(hold);
      state = 'stalled';
    },
    async close() {
      [...pairs].forEach(drop);
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
