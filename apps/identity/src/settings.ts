import type { Env } from '@offset-zero/service';

export interface IdentitySettings {
  /** What stands in every token as `iss`, and where browsers find us. */
  issuer: string;
  /** What stands in every access token as `aud`. */
  audience: string;
  /** Where keys, secrets and accounts are kept. */
  folder: string;
  webClientId: string;
  /** Where the web app is served: people are sent back there and nowhere else. */
  webOrigins: string[];
  /** To begin signing in, and for tokens: of one address. */
  callsPerMinute: number;
}

const GATEWAY = 'http://127.0.0.1:8080,http://localhost:8080';

export function identitySettings(env: Env): IdentitySettings {
  const issuer = env.url('OIDC_ISSUER', ['http', 'https'], 'http://127.0.0.1:3006');
  if (issuer !== '' && !isSafe(issuer))
    env.faults.push('OIDC_ISSUER must begin with https:// unless it is on this machine: passwords are sent to it');
  const webOrigins = env
    .text('IDENTITY_WEB_ORIGINS', GATEWAY)
    .split(',')
    .map((origin) => origin.trim());
  if (!webOrigins.every(isOrigin))
    env.faults.push('IDENTITY_WEB_ORIGINS must be a list like https://shop.example,http://127.0.0.1:8080');
  return {
    issuer,
    audience: env.text('OIDC_AUDIENCE', 'offset-zero'),
    folder: env.text('IDENTITY_DIR'),
    webClientId: env.text('OIDC_WEB_CLIENT_ID', 'shop-web'),
    webOrigins,
    callsPerMinute: env.integer('IDENTITY_RATE_LIMIT', { min: 1, max: 1_000_000 }, 600),
  };
}

const LOOPBACK = /^(127(\.\d+){3}|\[::1\]|localhost|.*\.localhost)$/;

const isSafe = (address: string): boolean => {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || LOOPBACK.test(hostname);
};

const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text && isSafe(text);
