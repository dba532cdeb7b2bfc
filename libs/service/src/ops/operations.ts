import type { AuditEntry, Page, Parked, ResetDone, ResetRequest, SubscriptionStatus } from '@offset-zero/messaging';
import type { KafkaStrategy } from '@offset-zero/messaging/nest';
import { Refusal } from '../problems/refusal.ts';
import { answering } from './refusals.ts';

/** What an operator may do with what a service reads; a service that reads nothing has nothing to show. */
export class Operations {
  constructor(private readonly strategy: KafkaStrategy | undefined) {}

  subscriptions(): SubscriptionStatus[] {
    return this.strategy?.statuses() ?? [];
  }

  /** Throws `subscription-not-found`, which says what there is. */
  subscription(name: string): SubscriptionStatus {
    const all = this.subscriptions();
    const found = all.find((each) => each.name === name);
    if (found) return found;
    const names = all.map((each) => each.name);
    const detail = `There is no ${name}. There are: ${names.join(', ') || 'none'}`;
    throw new Refusal('subscription-not-found', { detail, extra: { subscriptions: names } });
  }

  /** Runs `work` on the parked messages; what it throws becomes a refusal. `service-starting` before anything is read. */
  parked<T>(work: (parked: Parked) => Promise<T>): Promise<T> {
    return answering(() => work(this.strategy === undefined ? NONE : (this.strategy.parked ?? starting())));
  }

  reset(request: ResetRequest, by: string): Promise<ResetDone> {
    this.subscription(request.subscription);
    return answering(() => this.strategy?.reset(request, by) ?? starting());
  }
}

function starting(): never {
  throw new Refusal('service-starting', { headers: { 'Retry-After': '1' } });
}

const nobody = async (): Promise<never> => {
  throw new Refusal('message-not-parked', 'This service reads no topic');
};
const nothing = async (): Promise<Page<never & AuditEntry>> => ({ items: [] });

const NONE: Parked = {
  list: nothing,
  inspect: async () => undefined,
  redrive: nobody,
  discard: nobody,
  audit: nothing,
};
