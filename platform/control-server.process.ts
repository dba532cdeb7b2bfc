import { randomBytes, timingSafeEqual } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** What can be asked of a running system; each answers with a text for people or an object. Throws = refused. */
export type Commands = Record<string, (name?: string) => Promise<unknown> | unknown>;

export const controlFile = (pids: string): string => join(pids, 'control.json');

export interface Control {
  close(): void;
}

/**
 * Listens on a free port of 127.0.0.1 for `POST /<command>[/<name>]`. Address and token are in a file that only the
 * owner of the data may read.
 */
export async function startControl(pids: string, commands: Commands): Promise<Control> {
  const token = randomBytes(24).toString('base64url');
  const expected = Buffer.from(`Bearer ${token}`);
  const server = createServer(async (request, response) => {
    const given = Buffer.from(request.headers.authorization ?? '');
    const answer = (status: number, body: unknown) => response.writeHead(status).end(JSON.stringify(body ?? null));
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return answer(401, 'a token is needed');
    const [, command = '', name] = (request.url ?? '').split('/');
    if (!Object.hasOwn(commands, command)) return answer(404, `There is no command ${command}`);
    try {
      answer(200, await commands[command]!(name));
    } catch (error) {
      answer(409, (error as Error).message);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  writeFileSync(controlFile(pids), JSON.stringify({ url, token }), { mode: 0o600 });
  return {
    close() {
      rmSync(controlFile(pids), { force: true });
      server.close();
      server.closeIdleConnections();
    },
  };
}
