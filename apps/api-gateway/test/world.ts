import { createServer, type IncomingMessage, request, type RequestListener, type RequestOptions } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { bearer } from '@offset-zero/testing';
import { startInTest } from '@offset-zero/testing/service';
import { ApiGatewayModule } from '../src/api-gateway.module.ts';
import { docs } from '../src/docs/docs.http.ts';
import { front } from '../src/security/front.http.ts';
import { apiGateway } from '../src/service.ts';
import { gatewaySettings } from '../src/settings.ts';

/** An HTTP server that plays a service. */
export async function upstream(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

/** An address where nobody listens (any more). */
export async function deadAddress(): Promise<string> {
  const { url, close } = await upstream(() => {});
  await close();
  return url;
}

/** The gateway as it runs, before services at the given addresses. */
export const gateway = (env: Record<string, string>) =>
  startInTest(apiGateway, ApiGatewayModule, {
    options: { settings: gatewaySettings, front, docs },
    env: { AUDIT_FILE: '/dev/null', ...env },
  });

export const json = (status: number, body: unknown): RequestListener => {
  return (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
};

let one: ReturnType<typeof bearer> | undefined;
const doors = new Set<string>();

/** From now on every call shows the same token, which the door has seen: so it goes the fast path where it can. */
export function showOneToken(): void {
  one = bearer({ role: 'operator' });
}

/** The header of an operator, for a call to the door at `base`. */
export async function shown(base: string): Promise<{ Authorization: string }> {
  if (one === undefined) return bearer({ role: 'operator' });
  const headers = await one;
  if (!doors.has(base)) await fetch(`${base}/api/nothing`, { headers });
  doors.add(base);
  return headers;
}

/** Calls below `/api` of `base` as an operator, or as `headers` say. */
export const calling =
  (base: string) =>
  async (path: string, init: RequestInit & { headers?: Record<string, string> } = {}) =>
    fetch(`${base}/api${path}`, { ...init, headers: { ...(await shown(base)), ...init.headers } });

/** One request exactly as written: neither path nor headers are put right, as fetch would. */
export const raw = (base: string, options: RequestOptions, body?: string) =>
  new Promise<{ status: number; headers: IncomingMessage['headers']; text: string }>((resolve, reject) => {
    const { hostname, port } = new URL(base);
    request({ hostname, port, agent: false, ...options }, async (response) => {
      resolve({ status: response.statusCode!, headers: response.headers, text: await text(response) });
    })
      .on('error', reject)
      .end(body);
  });
