import { isAccepted } from '../accepted.ts';
import type { Facts } from '../facts.ts';
import { grouped } from '../log.ts';
import type { Finding } from '../report.ts';

/**
 * What the clients were told of a product's stock adds up: each accepted receipt is one step from the onHand that another
 * was told to its own, the first from nothing. Two who were told the same have overwritten each other.
 */
export function toldReceipts({ writes }: Facts): Finding {
  const accepted = writes.filter(isAccepted).filter((write) => write.kind === 'receipt');
  const breaches: Finding['breaches'] = [];
  for (const [key, receipts] of grouped(accepted, ({ productId }) => productId)) {
    let onHand = 0;
    for (const receipt of receipts.toSorted((a, b) => a.onHand - b.onHand)) {
      if (receipt.onHand !== onHand + receipt.quantity) {
        const what = `${receipt.quantity} pieces came to ${onHand}, and the client was told ${receipt.onHand}`;
        breaches.push({ key, what, evidence: receipt });
      }
      onHand = receipt.onHand;
    }
  }
  return { examined: accepted.length, breaches };
}
