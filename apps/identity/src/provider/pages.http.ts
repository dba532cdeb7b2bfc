import { createHash } from 'node:crypto';
import type { KoaContextWithOIDC } from 'oidc-provider';
import { type Language, languageOf } from '../sign-in/language.ts';
import { LEAVE, problemPage, signedOutPage, signingOutPage, signOutPage, STYLE } from '../sign-in/page.ts';
import type { Pages } from './configuration.ts';

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** No script but the one, and nothing from elsewhere; a form may lead back to where the web app is, which browsers check along redirects. */
export const pageHeaders = (webOrigins: readonly string[], script?: string): Record<string, string> => ({
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  'Content-Security-Policy': [
    `default-src 'none'`,
    `style-src ${hash(STYLE)}`,
    ...(script === undefined ? [] : [`script-src ${hash(script)}`]),
    'img-src data:',
    `font-src 'self'`,
    `form-action 'self' ${webOrigins.join(' ')}`,
    `frame-ancestors 'none'`,
    `base-uri 'none'`,
  ].join('; '),
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
});

export function createPages(webOrigins: readonly string[]): Pages {
  const shop = `${webOrigins[0]}/`;
  const show = (context: KoaContextWithOIDC, page: string, script?: string) => {
    context.set(pageHeaders(webOrigins, script));
    context.body = page;
  };
  return {
    problem: (context, { error, error_description: said }) =>
      show(context, problemPage(languageIn(context), said ? `${error}: ${said}` : error, shop)),
    signOut: (context, form) =>
      isOfWhoIsHere(context)
        ? show(context, signingOutPage(languageIn(context), form), LEAVE)
        : show(context, signOutPage(languageIn(context), form)),
    signedOut: (context) => show(context, signedOutPage(languageIn(context), shop)),
  };
}

/**
 * Whether whoever asks has an ID token that we made for the person whose session this is: then it is his shop that signs him
 * out, as he told it to, and no other site (OpenID Connect RP-Initiated Logout, 2 and 6). The provider has checked its signature.
 */
const isOfWhoIsHere = ({ oidc }: KoaContextWithOIDC): boolean =>
  oidc.entities.IdTokenHint !== undefined && oidc.entities.IdTokenHint.payload.sub === oidc.session?.accountId;

const languageIn = (context: KoaContextWithOIDC): Language =>
  languageOf(context.oidc?.params?.ui_locales ?? context.query.ui_locales, context.get('Accept-Language'));
