import { Inject, Injectable } from '@nestjs/common';
import { Calls, Refusal, SETTINGS } from '@offset-zero/service';
import type { EventHubSettings } from '../settings.ts';
import { InTurn } from './in-turn.ts';

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

interface Answer {
  statusCode: number;
  body: unknown;
}

/** What it has against the caller. */
const REFUSED: Record<number, Refusal['code']> = { 401: 'unauthenticated', 403: 'forbidden', 404: 'order-not-found' };

/** Orders as order-service shows them to the caller, who may see his own and nobody else's. */
@Injectable()
export class Orders {
  private readonly instances: InTurn;

  constructor(
    @Inject(SETTINGS) settings: EventHubSettings,
    private readonly calls: Calls,
  ) {
    this.instances = new InTurn(settings.addresses.get(SERVICE)!);
  }

  /** Throws `order-not-found`, what order-service has against the caller, and `service-unavailable`. */
  async find(orderId: string, authorization: string | undefined): Promise<OrderAnswer> {
    const path = `/orders/${orderId}`;
    const { statusCode, body } = await this.instances.ask((origin) => this.ask(origin, path, authorization));
    const refused = REFUSED[statusCode];
    if (refused !== undefined) throw new Refusal(refused);
    return body as OrderAnswer;
  }

  /** What it says of the order. Throws `service-unavailable` where another instance may know more. */
  private async ask(origin: string, path: string, authorization: string | undefined): Promise<Answer> {
    const target = { method: 'GET', origin, path, service: SERVICE };
    const answer = await this.calls.traced(target, (traceparent) =>
      this.get(`${origin}${path}`, { traceparent, ...(authorization === undefined ? {} : { authorization }) }),
    );
    if (answer.statusCode === 200 || answer.statusCode in REFUSED) return answer;
    throw away(
      `it answers ${answer.statusCode} ${String((answer.body as { code?: unknown } | undefined)?.code ?? '')}`,
    );
  }

  private async get(url: string, headers: Record<string, string>): Promise<Answer> {
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
