import type { SubscriptionFlow, ViewFlow } from './hub.ts';
import type { MapLink, ServiceNode } from './map/graph.ts';

/** From well to bad. `unknown`: whoever could tell is away. */
export type Health = 'fine' | 'behind' | 'parked' | 'unknown' | 'away';

/** The worst that is to be said of an arrow. */
export function linkHealth({ kind, parked, lag }: Pick<MapLink, 'kind' | 'parked' | 'lag'>): Health {
  if (kind === 'writes') return 'fine';
  if (parked === undefined || lag === undefined) return 'unknown';
  if (parked > 0) return 'parked';
  return lag > 0 ? 'behind' : 'fine';
}

/** A service that is up, but has messages parked or is behind, is degraded and works. */
export function serviceHealth({ service: { state, degraded } }: ServiceNode): Health {
  if (state === 'away') return 'away';
  if (state === 'up') return 'fine';
  return degraded.includes('parked') ? 'parked' : 'behind';
}

/** Whether something moves on an arrow; less than one record in ten seconds is rest. */
export const isFlowing = ({ perSecond }: Pick<MapLink, 'perSecond'>): boolean => (perSecond ?? 0) >= 0.1;

/** A view that is not ready serves nobody yet; its subscription knows whether something is parked. */
export function viewHealth({ lag, ready }: ViewFlow, subscription: SubscriptionFlow | undefined): Health {
  if (subscription?.state === 'away') return 'away';
  if (lag === null || subscription === undefined) return 'unknown';
  if ((subscription.parked ?? 0) > 0) return 'parked';
  return ready === false || lag > 0 ? 'behind' : 'fine';
}
