import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** What is going on on one connection. */
export interface Connection {
  /** Requests that have come, less the answers that have gone. */
  unanswered: number;
  /** To the request that came last. */
  latest?: ServerResponse;
}

/** Keeps account of the connections of a server. What is prepended later hears of a request before it is counted here. */
export function watchConnections(server: Server): (socket: Socket) => Connection {
  const connections = new WeakMap<Socket, Connection>();
  const connectionOf = (socket: Socket): Connection => {
    const known = connections.get(socket);
    if (known !== undefined) return known;
    const connection = { unanswered: 0, latest: undefined };
    connections.set(socket, connection);
    return connection;
  };
  server.prependListener('request', ({ socket }, response) => {
    const connection = connectionOf(socket);
    connection.latest = response;
    connection.unanswered++;
    response.on('close', () => connection.unanswered--);
  });
  return connectionOf;
}
