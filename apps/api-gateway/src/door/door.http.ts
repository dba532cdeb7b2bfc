import { Identity, type Principal, Refusal } from '@offset-zero/service';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { allowedAt } from '../permissions/permission.ts';
import { limitOf } from './limit.http.ts';
import { networkOf } from './network.ts';
import { type ApiPath, isApi, readPath } from './path.ts';
import type { Quota } from './quota.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set for what lies below `/api` once it may come in. */
    apiPath?: ApiPath;
  }
}

export interface Limits<Of> {
  /** Of one principal, or of an address that shows no token. */
  calls: Of;
  /** Tokens that were not accepted, and those that were missing, of one address. */
  failures: Of;
}

/** The routes that are asked again and again by those who watch. */
const WATCHED: ReadonlySet<string | undefined> = new Set(['/health/live', '/health/ready', '/metrics']);

/** The client whose calls are counted, where it is known who that is. */
export const byName = ({ subject }: Principal): string => `who ${subject}`;

/** Decides of every request whether it comes in: who it is, how often he comes, and whether he may. */
export function guardDoor(fastify: FastifyInstance, identity: Identity, limits: Limits<Quota>): void {
  const count = limitOf(limits.calls, ({ scope, ip }) =>
    scope?.principal ? byName(scope.principal) : `from ${networkOf(ip)}`,
  );
  const countFailure = limitOf(limits.failures, ({ ip }) => networkOf(ip));
  fastify.decorateRequest('apiPath', undefined);

  fastify.addHook('onRequest', async (request, reply) => {
    if (WATCHED.has(request.routeOptions.url)) return;
    const url = request.raw.url!;
    const path = readPath(url) ?? (isApi(request.routeOptions.url, url) ? 'malformed' : undefined);
    if (typeof path === 'object') await identify(request, reply);
    count(request, reply);
    if (path === 'malformed') throw new Refusal('malformed-request', 'The path can be read in more than one way');
    if (path === undefined) return;
    permit(request, path);
    request.apiPath = path;
  });

  async function identify(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    try {
      request.scope!.principal = await identity.identify(request.headers.authorization);
    } catch (error) {
      if (error instanceof Refusal && error.status === 401) countFailure(request, reply);
      throw error;
    }
  }
}

function permit({ method, scope }: FastifyRequest, { segments }: ApiPath): void {
  const allowed = allowedAt(method, segments);
  if (allowed === undefined) throw new Refusal('route-not-found');
  if ('methods' in allowed) throw new Refusal('method-not-allowed', { headers: { Allow: allowed.methods.join(', ') } });
  Identity.demand(scope!.principal!, allowed.role);
}
