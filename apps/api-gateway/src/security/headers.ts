import helmet, { type HelmetOptions } from 'helmet';

const SELF = "'self'";

/**
 * What a browser may do with what comes from this door: load and ask this door alone, sign in at the issuer, be framed by
 * nobody. Mantine writes its styles into the page, so those may be inline; scripts may not.
 */
const policy = (issuer: string): HelmetOptions => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      'default-src': [SELF],
      'script-src': [SELF],
      'style-src': [SELF, "'unsafe-inline'"],
      'img-src': [SELF, 'data:'],
      'font-src': [SELF],
      'connect-src': [SELF, new URL(issuer).origin],
      'form-action': [SELF, new URL(issuer).origin],
      'frame-ancestors': ["'none'"],
      'base-uri': ["'none'"],
      'object-src': ["'none'"],
    },
  },
  frameguard: { action: 'deny' }, // for browsers that do not know frame-ancestors
  strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: false }, // heeded over TLS only
});

/** The headers of what the API answers: data that is shown as nothing, loads nothing, and is kept by nobody. */
export const apiHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

/** The headers of every page, as Helmet writes them. They are the same for all, so it is asked once. */
export function pageHeaders(issuer: string): Record<string, string> {
  const written: Record<string, string> = {};
  const response = {
    setHeader: (name: string, value: string) => (written[name.toLowerCase()] = value),
    removeHeader() {},
  };
  helmet(policy(issuer))({} as never, response as never, (error?: unknown) => {
    if (error) throw error;
  });
  return written;
}
