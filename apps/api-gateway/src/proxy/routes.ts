import { services, type Upstream, upstreams } from '../upstreams/table.ts';

/** What lies where: the first segment after `/api` names the service. */
export const routes: ReadonlyMap<string, Upstream> = new Map<string, Upstream>([
  ['customers', upstreams.customers],
  ['customer-search', upstreams.search],
  ['products', upstreams.products],
  ['stock', upstreams.stock],
  ['orders', upstreams.orders],
  ['order-traces', upstreams.hub],
  ['event-hub', upstreams.hub],
]);

/** Who gets a call: `/orders/1` is order-service's; `/ops/order-service/parked` is its `/ops/parked`. */
export function targetOf(path: string, segments: readonly string[]): { upstream: Upstream; path: string } | undefined {
  if (segments[0] !== 'ops') {
    const upstream = routes.get(segments[0]!);
    return upstream && { upstream, path };
  }
  const upstream = services.find(({ name }) => name === segments[1]);
  return upstream && { upstream, path: path.replace(`/${upstream.name}`, '') };
}
