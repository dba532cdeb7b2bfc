import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Gives what closes the connections on which nothing has been asked yet. Browsers and undici open some in advance; Node
 * takes them for connections that are about to ask, and a server that stops would wait for them.
 */
export function unusedConnections(server: Pick<Server, 'on'>): () => void {
  const unused = new Set<Socket>();
  server.on('connection', (socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  server.on('request', ({ socket }) => unused.delete(socket));
  return () => {
    for (const socket of unused) if (socket.bytesRead === 0) socket.destroy();
  };
}
