import { createHash } from 'node:crypto';
import type { KoaContextWithOIDC } from 'oidc-provider';
import { type Language, languageOf } from '../sign-in/language.ts';
import { problemPage, signedOutPage, signOutPage, STYLE } from '../sign-in/page.ts';
import type { Pages } from './configuration.ts';

const styleHash = createHash('sha256').update(STYLE).digest('base64');

/** No scripts and nothing from elsewhere; a form may lead back to where the web app is, which browsers check along redirects. */
export const pageHeaders = (webOrigins: readonly string[]): Record<string, string> => ({
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  'Content-Security-Policy': [
    `default-src 'none'`,
    `style-src 'sha256-${styleHash}'`,
    'img-src data:',
    `form-action 'self' ${webOrigins.join(' ')}`,
    `frame-ancestors 'none'`,
    `base-uri 'none'`,
  ].join('; '),
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
});

export function createPages(webOrigins: readonly string[]): Pages {
  const headers = pageHeaders(webOrigins);
  const shop = `${webOrigins[0]}/`;
  const show = (context: KoaContextWithOIDC, page: string) => {
    context.set(headers);
    context.body = page;
  };
  return {
    problem: (context, { error, error_description: said }) =>
      show(context, problemPage(languageIn(context), said ? `${error}: ${said}` : error, shop)),
    signOut: (context, form) => show(context, signOutPage(languageIn(context), form)),
    signedOut: (context) => show(context, signedOutPage(languageIn(context), shop)),
  };
}

const languageIn = (context: KoaContextWithOIDC): Language =>
  languageOf(context.oidc?.params?.ui_locales ?? context.query.ui_locales, context.get('Accept-Language'));
