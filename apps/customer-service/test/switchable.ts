import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface Switchable {
  /** The same address, by way of the switch. */
  url: string;
  off(): void;
  on(): void;
  close(): Promise<void>;
}

/** A way to a server that can be cut, so that a test can take the server away and bring it back. It begins cut. */
export async function switchable(address: string): Promise<Switchable> {
  const { port, hostname } = new URL(address);
  const sockets = new Set<Socket>();
  let open = false;
  const server = createServer((socket) => {
    if (!open) return void socket.destroy();
    const target = connect(Number(port), hostname);
    for (const [end, other] of [
      [socket, target],
      [target, socket],
    ] as const) {
      sockets.add(end);
      end.on('error', () => {}).on('close', () => (sockets.delete(end), other.destroy()));
      end.pipe(other);
    }
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const cut = () => sockets.forEach((socket) => socket.destroy());
  const way = Object.assign(new URL(address), { port: String((server.address() as AddressInfo).port) });
  return {
    url: way.href,
    on: () => void (open = true),
    off() {
      open = false;
      cut();
    },
    async close() {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}
