import type { TraceStep } from './trace.ts';

/** What a step says, in as few words as its type allows: `CONFIRMED`, `insufficient-stock`, `knife: 10 - 3`. */
export function gistOf({ type, value }: Pick<TraceStep, 'type' | 'value'>): string | undefined {
  if (value === null) return undefined;
  if (type === 'Stock') return `${value.productId}: ${value.onHand} − ${value.reserved}`;
  for (const field of ['status', 'reason'] as const) {
    const text = value[field];
    if (typeof text === 'string' && text !== '') return text;
  }
  return undefined;
}
