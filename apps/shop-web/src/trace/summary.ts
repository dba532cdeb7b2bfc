import type { OrderTrace, TraceStep } from './trace.ts';

type Status = OrderTrace['status'];

/** What a step says, in as few words as its type allows. */
export type Gist =
  | { says: 'status'; status: Status }
  /** As the contract has it. */
  | { says: 'code'; code: string }
  | { says: 'stock'; productId: string; onHand: number; reserved: number };

export function gistOf({ type, value }: Pick<TraceStep, 'type' | 'value'>): Gist | undefined {
  if (value === null) return undefined;
  const { status, reason, productId, onHand, reserved } = value;
  if (type === 'Stock') {
    return { says: 'stock', productId: String(productId), onHand: Number(onHand), reserved: Number(reserved) };
  }
  if (isStatus(status)) return { says: 'status', status };
  const code = [status, reason].find((each): each is string => typeof each === 'string' && each !== '');
  return code === undefined ? undefined : { says: 'code', code };
}

const statuses: Record<Status, true> = { PLACED: true, CONFIRMED: true, REJECTED: true, CANCELLED: true };

/** A newer service may write one that this page does not know. */
const isStatus = (text: unknown): text is Status => typeof text === 'string' && Object.hasOwn(statuses, text);
