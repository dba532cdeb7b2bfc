import type { Facts } from '../facts.ts';
import type { Finding } from '../report.ts';

/** Every client has learnt in the end what became of its write. */
export function resolved({ writes }: Facts): Finding {
  const open = writes.filter(({ outcome }) => outcome === 'unknown');
  return {
    examined: writes.length,
    breaches: open.map((write) => ({
      key: write.id,
      what: `nobody knows what became of a ${write.kind}`,
      evidence: write,
    })),
  };
}
