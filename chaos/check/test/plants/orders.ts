import { atRecord, lose } from './change.ts';
import type { Plant } from './plant.ts';
import { RESERVATIONS, STORIES } from './rule-names.ts';

/** An order has gone astray. */
export const orders: Record<string, Plant> = {
  'an order that never ended': {
    seenBy: [STORIES],
    plant: atRecord(['OrderConfirmed', 'OrderRejected'], (event, log, facts) => {
      if (log.some(({ type, key }) => type === 'OrderCancelled' && key === event.key)) lose(event, log);
      else {
        lose(event, log);
        lose(
          log.findLast(({ topic, key }) => topic === 'order' && key === event.key)!,
          log,
        );
        facts.tables.order.find(({ orderId }) => orderId === event.key)!.status = 'PLACED';
      }
    }),
  },
  'an order confirmed although the stock said no': {
    seenBy: [RESERVATIONS],
    plant: atRecord(['OrderRejected'], (event) => (event.type = 'OrderConfirmed')),
  },
  'a topic order that says otherwise than the events': {
    seenBy: [STORIES],
    plant: atRecord(['OrderConfirmed'], ({ key }, log) => {
      log.findLast((one) => one.topic === 'order' && one.key === key)!.value!.status = 'REJECTED';
    }),
  },
};
