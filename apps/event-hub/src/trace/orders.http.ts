import { Inject, Injectable } from '@nestjs/common';
import { Calls, Refusal, SETTINGS } from '@offset-zero/service';
import type { EventHubSettings } from '../settings.ts';

const SERVICE = 'order-service';
const PATIENCE_MS = 3_000;

/** As much of an order as its trace needs. */
export interface OrderAnswer {
  orderId: string;
  version: number;
  status: string;
  lines: { productId: string }[];
  placedAt: string;
  updatedAt: string;
}

/** Orders as order-service shows them to the caller, who may see his own and nobody else's. */
@Injectable()
export class Orders {
  constructor(
    @Inject(SETTINGS) private readonly settings: EventHubSettings,
    private readonly calls: Calls,
  ) {}

  /** Throws `order-not-found`, what order-service has against the caller, and `service-unavailable`. */
  async find(orderId: string, authorization: string | undefined): Promise<OrderAnswer> {
    const [origin] = this.settings.addresses.get(SERVICE) as [string, ...string[]];
    const target = { method: 'GET', origin, path: `/orders/${orderId}`, service: SERVICE };
    const { statusCode, body } = await this.calls.traced(target, (traceparent) =>
      this.get(`${origin}${target.path}`, { traceparent, ...(authorization === undefined ? {} : { authorization }) }),
    );
    if (statusCode === 200) return body as OrderAnswer;
    if (statusCode === 404) throw new Refusal('order-not-found');
    if (statusCode === 401) throw new Refusal('unauthenticated');
    if (statusCode === 403) throw new Refusal('forbidden');
    throw away(`it answers ${statusCode} ${String((body as { code?: unknown } | undefined)?.code ?? '')}`);
  }

  private async get(url: string, headers: Record<string, string>): Promise<{ statusCode: number; body: unknown }> {
    try {
      const answer = await fetch(url, { headers, signal: AbortSignal.timeout(PATIENCE_MS) });
      return { statusCode: answer.status, body: await answer.json() };
    } catch (error) {
      throw away((error as Error).message);
    }
  }
}

const away = (why: string): Refusal =>
  new Refusal('service-unavailable', { detail: `${SERVICE}: ${why}`, extra: { service: SERVICE } });
