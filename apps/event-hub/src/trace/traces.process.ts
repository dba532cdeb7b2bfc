import { Injectable } from '@nestjs/common';
import { Permits } from '@offset-zero/kafka';
import { Clock } from '@offset-zero/service';
import { subscriptionsOf } from '../flow/declared.ts';
import { Sampler } from '../samples/sampler.process.ts';
import { Services } from '../samples/services.http.ts';
import { causally } from './causal.ts';
import { OrderRecords } from './order-records.process.ts';
import type { OrderAnswer } from './orders.http.ts';
import { readersOf } from './readers.ts';
import { Shared } from './shared.ts';
import type { OrderTraceBody } from './trace.body.ts';
import { stateOf } from './trace.ts';

/** Who follows an order as it goes asks again and again. */
const FRESH_MS = 500;
/** One trace reads up to a dozen partitions. */
const AT_ONCE = 4;
const KEPT_MS = 10_000;
const MOST_KEPT = 100;

/** The ways of orders: a few are looked up at a time, each once for all who may see the order and ask meanwhile. */
@Injectable()
export class Traces {
  private readonly shared: Shared<OrderTraceBody>;

  constructor(
    private readonly sampler: Sampler,
    private readonly services: Services,
    private readonly records: OrderRecords,
    clock: Clock,
  ) {
    const permits = new Permits(AT_ONCE);
    this.shared = new Shared({
      during: (make) => permits.during(make),
      isFinal: ({ complete }) => complete,
      ...{ keptMs: KEPT_MS, most: MOST_KEPT, now: () => clock.now() },
    });
  }

  /** `order` as its caller has just seen it. Throws `kafka-unavailable`, `registry-unavailable`. */
  of(order: OrderAnswer): Promise<OrderTraceBody> {
    return this.shared.of(`${order.orderId} ${order.version}`, () => this.look(order));
  }

  private async look(order: OrderAnswer): Promise<OrderTraceBody> {
    const samples = await this.sampler.samples(FRESH_MS); // before the log: what they have applied, it has
    const found = await this.records.of(order);
    const subscriptions = subscriptionsOf(this.services.manifests());
    const steps = causally(found.steps).map((step) => ({
      ...step,
      readers: readersOf(step, found.steps, subscriptions, samples),
    }));
    const { orderId, status, placedAt, updatedAt } = order;
    const state = stateOf({ order, steps, latest: samples.at(-1), truncated: found.truncated });
    return { ...{ orderId, status, placedAt, updatedAt }, ...state, resolutionMs: this.sampler.everyMs, steps };
  }
}
