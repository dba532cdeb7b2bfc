import { isAccepted } from '../accepted.ts';
import type { Facts, Write } from '../facts.ts';
import type { Finding } from '../report.ts';

/** Every client has learnt in the end what became of its write, and when it was accepted all that there is to know of it. */
export function resolved({ writes }: Facts): Finding {
  const breaches = writes.flatMap((write): Finding['breaches'] => {
    const what = openIn(write);
    return what === undefined ? [] : [{ key: write.id, what, evidence: write }];
  });
  return { examined: writes.length, breaches };
}

function openIn(write: Write): string | undefined {
  if (write.outcome === 'unknown') return 'nobody knows what became of this write';
  if (!isAccepted(write)) return undefined;
  if (write.kind === 'order')
    return write.orderId === undefined ? 'accepted, and nobody was told the order' : undefined;
  if (!('value' in write)) return undefined;
  const isTold = write.key !== undefined && write.version !== undefined;
  return isTold ? undefined : 'accepted, and nobody was told the key or the version';
}
