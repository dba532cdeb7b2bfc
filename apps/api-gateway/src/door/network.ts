import { normalizeIP } from '@fastify/rate-limit';

/**
 * Of whom an address is: an IPv6 network of 64 bits is one customer's of whoever sold it, who may take any address in it.
 * Undefined: the connection has gone already.
 */
export const networkOf = (address: string | undefined): string =>
  address === undefined ? 'unknown' : normalizeIP(address);
