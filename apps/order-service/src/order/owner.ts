import { mayActFor, mayDo, type Principal } from '@offset-zero/auth';
import { Refusal } from '@offset-zero/service/refusal';

/**
 * Whose orders a caller deals with: those of the customer he names, and if he names none a shopper his own and everybody
 * else all there are (undefined). Throws `forbidden` when a shopper means anybody but himself.
 */
export function ordersOf(caller: Principal, customerId: string | undefined): string | undefined {
  if (customerId === undefined && mayDo(caller.role, 'clerk')) return undefined;
  const meant = customerId ?? caller.customerId;
  if (meant === undefined) throw new Refusal('forbidden', 'No customer belongs to this account');
  if (!mayActFor(caller, meant)) throw new Refusal('forbidden', 'A shopper orders for himself');
  return meant;
}
