import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Calls, Refusal, SETTINGS } from '@offset-zero/service';
import { Agent, type Dispatcher } from 'undici';
import type { GatewaySettings } from '../settings.ts';
import type { Upstream } from './routes.ts';

export interface Call {
  method?: Dispatcher.HttpMethod;
  path: string;
  headers?: Record<string, string | string[]>;
  body?: AsyncIterable<Buffer>;
  /** To be aborted when nobody waits for the answer any more. */
  controller?: AbortController;
  /** Milliseconds of silence, between the last of the request and the first of the answer, that end the call. */
  timeoutMs?: number;
}

const CONNECT_MS = 2_000;
const BODY_SILENCE_MS = 30_000;
const SAFE = new Set(['GET', 'HEAD']);
const LOST_CONNECTION = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE']);

/** Calls to the services, over connections that stay open. */
@Injectable()
export class Upstreams implements OnApplicationShutdown {
  private readonly agent = new Agent({
    connect: { timeout: CONNECT_MS },
    headersTimeout: 0, // ours counts from the end of the request, and knows how long the client wants to wait
    bodyTimeout: BODY_SILENCE_MS,
  });

  constructor(
    @Inject(SETTINGS) private readonly settings: GatewaySettings,
    private readonly calls: Calls,
  ) {}

  get timeoutMs(): number {
    return this.settings.timeoutMs;
  }

  address(upstream: Upstream): string {
    return this.settings.addresses.get(upstream.name)!;
  }

  /**
   * The answer as soon as its headers are there; its body streams. Throws `service-unavailable` or `service-timeout`,
   * or what the body threw. A connection that the service closed while it lay idle is tried once more, if that is safe.
   */
  async call(upstream: Upstream, call: Call): Promise<Dispatcher.ResponseData> {
    try {
      return await this.attempt(upstream, call).catch((error: { code?: string }) => {
        if (!SAFE.has(call.method ?? 'GET') || !LOST_CONNECTION.has(error.code ?? '')) throw error;
        return this.attempt(upstream, call);
      });
    } catch (error) {
      throw refusal(upstream, error);
    }
  }

  /** A JSON answer read in whole within `timeoutMs`; undefined instead of a body that is not JSON. Throws as `call`. */
  async json(upstream: Upstream, call: Call): Promise<{ status: number; body: unknown }> {
    const controller = new AbortController();
    const timer = this.giveUpAfter(upstream, call, controller);
    try {
      const { statusCode, body } = await this.call(upstream, { ...call, controller });
      return { status: statusCode, body: parsed(await body.text()) };
    } catch (error) {
      throw refusal(upstream, error);
    } finally {
      clearTimeout(timer);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.agent.destroy();
  }

  private async attempt(upstream: Upstream, call: Call): Promise<Dispatcher.ResponseData> {
    const { method = 'GET', path, headers, body, controller = new AbortController() } = call;
    const timer = this.giveUpAfter(upstream, call, controller);
    const base = new URL(this.address(upstream));
    const target = { method, origin: base.origin, path: `${base.pathname.replace(/\/$/, '')}${path}` };
    const send = (traceparent: string) =>
      this.agent.request({
        ...target,
        headers: { ...headers, traceparent },
        body: body && (heard(body, () => timer.refresh()) as unknown as Dispatcher.DispatchOptions['body']),
        signal: controller.signal,
      });
    try {
      return await this.calls.traced({ ...target, service: upstream.name }, send);
    } finally {
      clearTimeout(timer);
    }
  }

  private giveUpAfter(upstream: Upstream, { timeoutMs = this.timeoutMs }: Call, controller: AbortController) {
    return setTimeout(() => controller.abort(new Refusal('service-timeout', about(upstream, timeoutMs))), timeoutMs);
  }
}

async function* heard(body: AsyncIterable<Buffer>, onChunk: () => void): AsyncIterable<Buffer> {
  for await (const chunk of body) {
    onChunk();
    yield chunk;
  }
  onChunk();
}

function refusal(upstream: Upstream, error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const code = String((error as { code?: unknown }).code ?? 'unknown');
  const tooLate = code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'UND_ERR_BODY_TIMEOUT';
  return tooLate
    ? new Refusal('service-timeout', about(upstream, code))
    : new Refusal('service-unavailable', about(upstream, code));
}

const about = (upstream: Upstream, why: string | number) => ({
  detail: `${upstream.name} does not answer (${typeof why === 'number' ? `silent for ${why} ms` : why})`,
  extra: { service: upstream.name },
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
