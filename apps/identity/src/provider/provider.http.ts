import type { FastifyInstance } from 'fastify';
import Provider from 'oidc-provider';
import type { Logger } from 'pino';
import { openSecrets } from '../secrets/secrets.process.ts';
import type { IdentitySettings } from '../settings.ts';
import { serveFonts } from '../sign-in/fonts.http.ts';
import { serveSignIn } from '../sign-in/sign-in.http.ts';
import { configurationOf } from './configuration.ts';
import { refuseBadHosts, speakAsIssuer } from './host.http.ts';
import { limitCalls } from './limit.http.ts';
import { createPages } from './pages.http.ts';

/** The provider's own addresses; which methods they take it says itself. */
const ADDRESSES = [
  '/.well-known/openid-configuration',
  '/jwks',
  '/auth',
  '/auth/:uid',
  '/token',
  '/token/revocation',
  '/session/end',
  '/session/end/confirm',
  '/session/end/success',
];

/** Where every call makes something that is kept, or costs a signature. */
const LIMITED = new Set(['/auth', '/token']);

const METHODS = ['GET', 'HEAD', 'POST', 'OPTIONS'];

/** The identity provider and its sign-in page, on the addresses of this service. */
export function serveProvider(fastify: FastifyInstance, settings: IdentitySettings, log: Logger): void {
  const { issuer, webOrigins, callsPerMinute } = settings;
  const secrets = openSecrets(settings);
  const provider = new Provider(issuer, configurationOf(settings, secrets, createPages(webOrigins)));
  provider.proxy = issuer.startsWith('https:'); // whoever ends TLS says who asks, and how
  speakAsIssuer(provider);
  provider.on('server_error', (_context, err) => log.error({ err }, 'The provider failed'));
  provider.on('grant.revoked', (_context, grant) => log.info({ grant }, 'A sign-in was ended with all its tokens'));

  const callback = provider.callback();
  refuseBadHosts(fastify);
  void fastify.register(async (scope) => {
    await limitCalls(scope, callsPerMinute);
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload)); // it reads bodies itself
    for (const url of ADDRESSES)
      scope.route({
        method: METHODS,
        url,
        config: { may: 'anyone', ...(LIMITED.has(url) && { rateLimit: {} }) },
        handler(request, reply) {
          reply.hijack();
          return callback(request.raw, reply.raw);
        },
      });
  });
  void fastify.register(async (scope) => serveFonts(scope));
  void fastify.register(async (scope) => serveSignIn(scope, { provider, secrets, settings, log }));
}
