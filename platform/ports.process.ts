import { randomInt } from 'node:crypto';
import { createServer, type Server } from 'node:net';

/** A port somebody will listen on, and the variable that moves it. */
export interface Wanted {
  port: number;
  who: string;
  variable: string;
  /** HTTP is spoken there. */
  http?: boolean;
}

const listen = (port: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject).listen({ port, host: '127.0.0.1', exclusive: true }, () => resolve(server));
  });

const close = (server: Server) => new Promise((resolve) => server.close(resolve));

/** One line for each port that cannot be had. All are held at the same time, so two wishes for one port are found too. */
export async function takenPorts(wanted: Wanted[]): Promise<string[]> {
  const problems: string[] = [];
  const held: Server[] = [];
  for (const { port, who, variable } of wanted) {
    try {
      held.push(await listen(port));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      const rival = wanted.find(
        (other) => other.port === port && other.who !== who && wanted.indexOf(other) < held.length,
      );
      const reason =
        code === 'EADDRINUSE' ? `is taken by ${rival ? rival.who : 'another program'}` : `cannot be opened (${code})`;
      problems.push(`Port ${port} for ${who} ${reason}: free it, or set ${variable} (PORT_OFFSET moves all ports).`);
    }
  }
  await Promise.all(held.map(close));
  return problems;
}

/** Below those that systems give to connections going out: one that is free now stays so while its server is down. */
const LISTENING = { from: 28_000, to: 32_700 };
const TRIES = 200;

/** `count` ports of 127.0.0.1 that nobody listens on right now. Throws when there are none. */
export async function freePorts(count: number): Promise<number[]> {
  const held: Server[] = [];
  for (let tries = 0; held.length < count && tries < TRIES; tries++) {
    const port = randomInt(LISTENING.from, LISTENING.to);
    await listen(port).then(
      (server) => held.push(server),
      (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EADDRINUSE') throw error;
      },
    );
  }
  const ports = held.map((server) => (server.address() as { port: number }).port);
  await Promise.all(held.map(close));
  if (ports.length < count) throw new Error(`no ${count} ports are free from ${LISTENING.from} to ${LISTENING.to}`);
  return ports;
}
