import type { Value } from '../../facts.ts';
import { atRecord } from './change.ts';
import type { Plant } from './plant.ts';
import { CAUSES, TOLD, ORDERS, VALUES } from './rule-names.ts';

/** Something is there that nobody was told of, or otherwise than it was told. */
export const phantom: Record<string, Plant> = {
  'a refused write in the log': {
    seenBy: [VALUES],
    plant(facts) {
      const refused = facts.writes.find(({ outcome }) => outcome === 'refused');
      if (refused?.kind !== 'customer') return false;
      const value: Value = { customerId: 'phantom', version: 1, ...refused.value };
      const headers = { ce_id: 'phantom', ce_version: '1' };
      facts.log.push({
        topic: 'customer',
        partition: 0,
        offset: 999,
        key: 'phantom',
        type: 'customer',
        value,
        headers,
      });
      return true;
    },
  },
  'an order that was refused': {
    seenBy: [ORDERS],
    plant(facts) {
      const order = facts.writes.find(({ kind }) => kind === 'order');
      if (order) order.outcome = 'refused';
      return order !== undefined;
    },
  },
  'a cancellation that was refused': {
    seenBy: [ORDERS],
    plant(facts) {
      const cancellation = facts.writes.find(({ kind }) => kind === 'cancellation');
      if (cancellation) cancellation.outcome = 'refused';
      return cancellation !== undefined;
    },
  },
  'a value that nobody sent': {
    seenBy: [VALUES],
    plant: atRecord(['customer'], ({ value }) => Object.assign(value!, { lastName: 'Nobody', address: {} })),
  },
  'an order with other lines': {
    seenBy: [ORDERS],
    plant: atRecord(['OrderPlaced'], ({ value }) => ((value!.lines as { quantity: number }[])[0]!.quantity += 1)),
  },
  'an outcome nobody knows': {
    seenBy: ['every outcome is known'],
    plant: (facts) =>
      facts.writes.push({ id: '#?', outcome: 'unknown', kind: 'receipt', productId: 'p', quantity: 1, onHand: 0 }) > 0,
  },
  'an order that nobody was told of': {
    seenBy: ['every outcome is known'],
    plant(facts) {
      const order = facts.writes.find(({ kind }) => kind === 'order');
      if (order?.kind === 'order') delete order.orderId;
      return order !== undefined;
    },
  },
  'an effect without a cause': {
    seenBy: [CAUSES],
    plant: atRecord(['OrderConfirmed', 'StockReserved', 'StockReleased'], ({ headers }) => {
      headers.ce_causationid = 'nothing';
    }),
  },
  'two receipts that were told the same stock': {
    seenBy: [TOLD],
    plant({ writes }) {
      const receipts = writes.filter((write) => write.kind === 'receipt');
      const [first, second] = receipts.filter(({ productId }) => productId === receipts[0]!.productId);
      if (first && second) second.onHand = first.onHand;
      return second !== undefined;
    },
  },
  'bytes that are no value': {
    seenBy: ['every record can be decoded'],
    plant: atRecord(['customer', 'OrderPlaced', 'GoodsReceived'], (_, log) =>
      log.push({ ...log[0]!, type: 'undecodable', value: { error: 'not framed' } }),
    ),
  },
};
