import { Refusal } from '@offset-zero/service';
import type { FastifyInstance } from 'fastify';
import type Provider from 'oidc-provider';

/**
 * Where the provider says that it is found is where its issuer is. By itself it would say what the request calls it, in Host,
 * X-Forwarded-Host or an absolute address: anybody can write anything there.
 */
export function speakAsIssuer(provider: Provider): void {
  Object.defineProperty(provider.request, 'href', { get: () => provider.issuer });
}

/** RFC 9112, 3.2: what has a Host that cannot be one is no HTTP. */
export function refuseBadHosts(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    const { host } = request.headers;
    done(host === undefined || isHost(host) ? undefined : new Refusal('malformed-request', 'Host is no name and port'));
  });
}

const HOST = /^([\w.-]+|\[[\da-f:.]+\])(:\d*)?$/i;

const isHost = (text: string): boolean => HOST.test(text) && URL.canParse(`http://${text}`);
