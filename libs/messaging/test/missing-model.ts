import { Received } from '../src/consume/received.ts';
import { triage, WAITS_BEHIND } from '../src/consume/triage.ts';
import { Awaited, idOf } from '../src/waiting/awaited.ts';
import { WAITS_FOR } from '../src/waiting/missing.ts';
import { Schedule } from '../src/waiting/schedule.ts';

/** An order, the `n`th message of its key, that needs a customer. */
export interface Order {
  key: string;
  n: number;
  needs: string;
}

interface Aside extends Order {
  code: string;
  waitsFor: string | null;
}

/** What survives a death: the logs and the database. `lock` is that of the position of the orders. */
export interface Stored {
  customerLog: string[];
  orderLog: Order[];
  customersNext: number;
  ordersNext: number;
  customers: Set<string>;
  aside: Aside[];
  effects: Order[];
  lock: object | undefined;
}

/** A step ends where others may come between. */
type Steps = Generator<void, void>;

const lineOf = (key: string) => ({
  at: { subscription: 'orders', topic: 'orders', partition: 0 },
  key: Buffer.from(key),
});
const received = ({ key }: Order, offset: number) =>
  new Received('orders', 0, {
    key: Buffer.from(key),
    value: null,
    offset: String(offset),
    timestamp: '0',
    headers: {},
  });

/** One instance of the service: its memory, and what it does at the same time. It follows src/consume and src/waiting. */
export class Instance {
  private readonly db: Stored;
  private readonly sweeps: boolean;
  private awaited = new Awaited();
  private schedule = new Schedule(1);
  private queue: string[] = [];
  private actors: Record<'customers' | 'orders' | 'releases' | 'sweep', Steps | undefined> = this.nobody();

  constructor(db: Stored, sweeps: boolean) {
    this.db = db;
    this.sweeps = sweeps;
    this.start();
  }

  /** Goes on with one of the things it does. */
  step(actor: keyof Instance['actors'], now: number): void {
    const steps = (this.actors[actor] ??= this.begin(actor, now));
    if (steps.next().done) this.actors[actor] = undefined;
  }

  /** Dies: its transactions are rolled back, and what it knew is gone. */
  restart(): void {
    for (const steps of Object.values(this.actors)) if (steps === this.db.lock) this.db.lock = undefined;
    this.start();
  }

  private start(): void {
    this.actors = this.nobody();
    this.schedule = new Schedule(1);
    this.queue = [];
    this.awaited = new Awaited();
    this.awaited.onArrival = (lines) => this.queue.push(...lines.map(({ key }) => key.toString()));
  }

  private nobody(): Instance['actors'] {
    return { customers: undefined, orders: undefined, releases: undefined, sweep: undefined };
  }

  private begin(actor: keyof Instance['actors'], now: number): Steps {
    if (actor === 'customers') return this.takeCustomer();
    if (actor === 'orders') return this.takeOrder();
    return actor === 'releases' ? this.release() : this.sweep(now);
  }

  private *takeCustomer(): Steps {
    const { db } = this;
    const at = db.customersNext;
    yield;
    if (at !== db.customersNext || at >= db.customerLog.length) return;
    db.customers.add(db.customerLog[at]!);
    db.customersNext++;
    yield; // committed, and nobody has been told
    this.awaited.arrived('customer', [db.customerLog[at]!]);
  }

  private *takeOrder(): Steps {
    const { db } = this;
    const at = db.ordersNext;
    yield;
    yield* this.lock('orders');
    const order = db.orderLog[at];
    if (at !== db.ordersNext || !order) return this.unlock();
    const message = received(order, at);
    const parked = () => new Set(db.aside.map(({ key }) => key));
    const isMissing = !parked().has(order.key) && !db.customers.has(order.needs);
    yield; // the handler has looked
    if (isMissing) {
      this.unlock();
      yield; // rolled back
      yield* this.lock('orders');
      if (at !== db.ordersNext) return this.unlock();
      message.fault = { code: WAITS_FOR, error: '', waitsFor: `customer/${order.needs}` };
      this.awaited.add(message.fault.waitsFor!, lineOf(order.key));
      yield; // announced, not committed
    }
    const plan = triage([message], parked(), false);
    for (const { fault } of plan.park) db.aside.push({ ...order, code: fault.code, waitsFor: fault.waitsFor ?? null });
    if (plan.apply.length > 0) db.effects.push(order);
    db.ordersNext++;
    this.unlock();
  }

  private *release(): Steps {
    const { db } = this;
    const key = this.queue.shift();
    while (key !== undefined) {
      yield* this.lock('releases');
      const first = db.aside.find((each) => each.key === key);
      if (first?.code !== WAITS_FOR) return this.unlock();
      const isMissing = !db.customers.has(first.needs);
      yield;
      if (isMissing) {
        this.unlock();
        yield;
        this.awaited.add(`customer/${first.needs}`, lineOf(key));
        first.waitsFor = `customer/${first.needs}`;
        return;
      }
      db.effects.push({ key: first.key, n: first.n, needs: first.needs });
      db.aside.splice(db.aside.indexOf(first), 1);
      const next = db.aside.find((each) => each.key === key);
      if (next?.code === WAITS_BEHIND) next.code = WAITS_FOR;
      this.unlock();
      yield;
    }
  }

  private *sweep(now: number): Steps {
    if (!this.sweeps) return;
    const { aside } = this.db;
    const isFirst = (each: Aside) => aside.find(({ key }) => key === each.key) === each;
    const waiting = aside
      .filter((each) => each.code === WAITS_FOR && isFirst(each))
      .map(({ key, waitsFor }) => ({ key, waitsFor, line: lineOf(key), id: idOf(lineOf(key)) }));
    yield;
    this.awaited.refresh(waiting);
    this.queue.push(...this.schedule.due(waiting, now).map(({ key }) => key));
  }

  private *lock(actor: keyof Instance['actors']): Steps {
    while (this.db.lock) yield;
    this.db.lock = this.actors[actor];
  }

  private unlock(): void {
    this.db.lock = undefined;
  }
}
