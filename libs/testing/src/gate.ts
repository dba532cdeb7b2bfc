import { createServer, connect as dial, type Socket } from 'node:net';

/** A way to a server that can be barred as a network does it; the server itself goes on serving others. */
export interface Gate {
  /** Where it listens, on 127.0.0.1. */
  port: number;
  /** `host:port` of the same. */
  address: string;
  /** Everything goes through; what was held up arrives now. */
  open(): void;
  /** Resets what goes through and refuses what comes. */
  cut(): void;
  /** Nothing goes through any more, in neither direction, and nobody is told. */
  stall(): void;
  /** The connections there are go nowhere for ever, and nobody is told: a firewall that has lost its state. */
  forget(): void;
  /**
   * Cuts the next `times` connections whose client says something that matches (its bytes, one character each): `before`
   * the server hears it, or `after`, when only the answer is lost.
   */
  cutAt(said: RegExp, when: 'before' | 'after', times: number): void;
  /** How many connections `cutAt` has still to cut. */
  cutsLeft(): number;
  close(): Promise<void>;
}

interface Pair {
  inside: Socket;
  outside?: Socket;
}

interface Cuts {
  said: RegExp;
  when: 'before' | 'after';
  left: number;
}

/** Listens on a free port and passes everything on to `port` of `host`. */
export async function createGate(port: number, host = '127.0.0.1'): Promise<Gate> {
  let state: 'open' | 'cut' | 'stalled' = 'open';
  let cuts: Cuts | undefined;
  const pairs = new Set<Pair>();
  const forgotten = new Set<Pair>();

  function join(pair: Pair): void {
    const { inside } = pair;
    const outside = (pair.outside = dial({ port, host, noDelay: true }));
    watch(pair, outside);
    inside.on('data', (bytes: Buffer) => overhear(pair, outside, bytes)); // before the pipe, which hears it next
    inside.pipe(outside).pipe(inside);
  }

  function watch(pair: Pair, socket: Socket): void {
    socket.on('error', () => {}); // `close` follows
    socket.on('close', (failed) => {
      if (state === 'stalled') return; // the other side learns it when the way is open again
      if (failed || !pair.outside) return drop(pair);
      if (!pairs.delete(pair)) return;
      for (const each of [pair.inside, pair.outside]) each.destroySoon(); // after what is still to be delivered
    });
  }

  function overhear(pair: Pair, outside: Socket, bytes: Buffer): void {
    if (!cuts?.left || !cuts.said.test(bytes.toString('latin1'))) return;
    cuts.left--;
    if (cuts.when === 'before') return drop(pair);
    outside.unpipe();
    outside.once('data', () => drop(pair)).resume();
  }

  function drop(pair: Pair): void {
    if (pairs.delete(pair)) destroy(pair);
  }

  function destroy({ inside, outside }: Pair): void {
    inside.resetAndDestroy();
    outside?.resetAndDestroy();
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
  const { port: own } = server.address() as { port: number };

  return {
    port: own,
    address: `127.0.0.1:${own}`,
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
    forget() {
      for (const pair of pairs) {
        hold(pair);
        forgotten.add(pair);
      }
      pairs.clear();
    },
    cutAt(said, when, times) {
      cuts = { said, when, left: times };
    },
    cutsLeft: () => cuts?.left ?? 0,
    async close() {
      [...pairs, ...forgotten].forEach(destroy);
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
