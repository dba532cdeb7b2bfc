import type { SubscriptionStatus } from '@offset-zero/messaging';
import type { View } from '@offset-zero/views';

/** How far this service has read, for readiness, metrics and whoever waits for a view. */
export class Consumption {
  private read: () => SubscriptionStatus[] = () => [];

  /** Called once the consumers run. */
  follow(read: () => SubscriptionStatus[]): void {
    this.read = read;
  }

  statuses(): SubscriptionStatus[] {
    return this.read();
  }

  of(view: View): SubscriptionStatus | undefined {
    return this.read().find(({ name }) => name === view.id);
  }
}
