import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { errors, type Provider } from 'oidc-provider';
import type { Logger } from 'pino';
import { SIGN_IN } from '../provider/configuration.ts';
import { pageHeaders } from '../provider/pages.http.ts';
import type { Secrets } from '../secrets/account.ts';
import { spelt } from '../secrets/names.ts';
import type { IdentitySettings } from '../settings.ts';
import { createAttempts } from './attempts.ts';
import { type Language, languageOf } from './language.ts';
import { problemPage, signInPage } from './page.ts';
import { proven } from './password.process.ts';
import { words } from './words.ts';

const BODY_LIMIT = 4_096;

/** The page where people say who they are. It keeps nothing: what is being signed in to lies in the provider's interaction. */
export function serveSignIn(
  scope: FastifyInstance,
  o: { provider: Provider; secrets: Secrets; settings: IdentitySettings; log: Logger },
): void {
  const { provider, secrets, settings, log } = o;
  const headers = pageHeaders(settings.webOrigins);
  const local = new URL(settings.issuer).protocol === 'http:';
  const attempts = createAttempts();

  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: BODY_LIMIT },
    (_request, body, done) => done(null, new URLSearchParams(body as string)),
  );

  const begun = async (request: FastifyRequest, reply: FastifyReply) => {
    const { params } = await provider.interactionDetails(request.raw, reply.raw);
    return { params, language: languageOf(params.ui_locales, request.headers['accept-language']) };
  };

  scope.route({
    method: 'GET',
    url: `${SIGN_IN}/:uid`,
    config: { may: 'anyone' },
    errorHandler: tooLate,
    async handler(request, reply) {
      const { params, language } = await begun(request, reply);
      const name = typeof params.login_hint === 'string' ? params.login_hint : '';
      return show(reply, 200, signInPage(language, { action: request.url, name, local }));
    },
  });

  scope.route({
    method: 'POST',
    url: `${SIGN_IN}/:uid`,
    config: { may: 'anyone' },
    errorHandler: tooLate,
    async handler(request, reply) {
      const { language } = await begun(request, reply);
      const form = request.body as URLSearchParams | undefined;
      const typed = form?.get('username') ?? '';
      const known = secrets.accountOf(typed);
      const name = known?.name ?? spelt(typed).slice(0, 100); // tries are counted by account, however its name is typed
      const again = (status: number, problem: string) =>
        show(reply, status, signInPage(language, { action: request.url, name, problem, local }));

      const seconds = attempts.wait(name, request.ip);
      if (seconds > 0) return again(429, words[language].wait(seconds)).header('Retry-After', String(seconds));
      const account = proven(known, form?.get('password') ?? '');
      if (!account) {
        attempts.wrong(name, request.ip);
        log.info({ from: request.ip }, 'A sign-in was refused'); // no name: people type passwords there
        return again(401, words[language].wrong);
      }
      attempts.right(name, request.ip);
      log.info({ account: account.name }, 'Somebody signed in');
      reply.hijack();
      await provider.interactionFinished(request.raw, reply.raw, {
        login: { accountId: account.name, remember: false },
      });
    },
  });

  function tooLate(error: Error, request: FastifyRequest, reply: FastifyReply): void {
    if (!(error instanceof errors.SessionNotFound)) throw error;
    const language: Language = languageOf(undefined, request.headers['accept-language']);
    void show(reply, 400, problemPage(language, words[language].expired, `${settings.webOrigins[0]}/`));
  }

  const show = (reply: FastifyReply, status: number, page: string) => reply.code(status).headers(headers).send(page);
}
