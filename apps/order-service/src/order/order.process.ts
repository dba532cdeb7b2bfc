import { Controller, Inject, type OnModuleInit } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { type Order, type StockRejected, type StockReserved, topics } from '@offset-zero/contracts';
import { fold } from '@offset-zero/decider';
import { type Reaction, Reacts } from '@offset-zero/messaging/nest';
import { isTransient } from '@offset-zero/postgres';
import { type Change, Clock, Schedule, Writes } from '@offset-zero/service';
import { OrderTable, type Waiting } from './order.table.ts';
import { order, type OrderCommand } from './order.ts';

const SWEEP_MS = 1_000;
const AT_A_TIME = 100;

/** Leads orders on: by what the stock answers, or by its silence. Late, repeated or crossing, the rules decide. */
@Controller()
export class OrderProcess implements OnModuleInit {
  constructor(
    private readonly orders: OrderTable,
    private readonly writes: Writes,
    private readonly clock: Clock,
    @Inject(Schedule) private readonly schedule: Schedule,
  ) {}

  onModuleInit(): void {
    this.schedule.every(SWEEP_MS, 'reservation time-outs', (signal) => this.timeOut(signal));
  }

  @Reacts(topics.stockEvents, 'StockReserved')
  reserved(@Payload() { orderId }: StockReserved, @Ctx() reaction: Reaction): Promise<void> {
    return this.answered(orderId, { type: 'StockReserved', now: this.clock.now() }, reaction);
  }

  @Reacts(topics.stockEvents, 'StockRejected')
  rejected(@Payload() { orderId, reason }: StockRejected, @Ctx() reaction: Reaction): Promise<void> {
    return this.answered(orderId, { type: 'StockRejected', reason, now: this.clock.now() }, reaction);
  }

  /**
   * Ends the orders that have waited long enough, each in a transaction of its own: one that cannot be ended keeps no
   * other from its end. Several instances share the work. Throws what went wrong once all have been tried.
   */
  private async timeOut(signal: AbortSignal): Promise<void> {
    const now = this.clock.now();
    const failures: unknown[] = [];
    let page: Waiting[];
    let last: Waiting | undefined;
    do {
      page = await this.orders.overdue(now, last, AT_A_TIME);
      for (const { orderId } of page) {
        if (signal.aborted) return;
        await this.end(orderId, now).catch((error: unknown) => {
          if (isTransient(error)) throw error;
          failures.push(error);
        });
      }
      last = page.at(-1);
    } while (page.length === AT_A_TIME);
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} overdue orders could not be ended`);
  }

  private end(orderId: string, now: number): Promise<void> {
    return this.writes.transaction(async (change) => {
      const state = await this.orders.lockFree(change, orderId);
      if (state !== undefined) await this.apply({ type: 'ReservationTimedOut', now }, state, change);
    });
  }

  private async answered(orderId: string, command: OrderCommand, change: Change): Promise<void> {
    const state = await this.orders.lock(change, orderId);
    if (state !== undefined) await this.apply(command, state, change);
  }

  private apply(command: OrderCommand, state: Order, change: Change): Promise<void> {
    const events = order.decide(command, state);
    return this.orders.change(change, fold(order, events, state)!, events);
  }
}
