import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Identity } from './identity.ts';

/** The API's description: these routes are made beside Nest's, and know no roles. */
const DESCRIPTION = /^\/docs\b/;

/**
 * Lets nobody in who may not. A hook and not a guard of Nest: so routes that Nest does not know are kept too, and a
 * stranger is turned away before his body is read and before anything is waited for on his behalf.
 */
export function guard(fastify: FastifyInstance, identity: Identity): void {
  fastify.addHook('onRequest', async (request) => {
    const needed = neededFor(request);
    if (needed === 'anyone') return;
    const scope = request.scope!;
    scope.principal ??= await identity.identify(request.headers.authorization); // what is in front may know him already
    Identity.demand(scope.principal, needed);
  });
}

/** What is not there needs nothing: it is answered 404 or 405. */
function neededFor({ is404, routeOptions: { url, config } }: FastifyRequest) {
  if (is404 || url === undefined || DESCRIPTION.test(url)) return 'anyone';
  return config.may ?? 'operator';
}
