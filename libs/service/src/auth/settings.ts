import type { IdentitySettings } from '@offset-zero/auth';
import type { Env } from '../config/env.ts';

const HTTP = ['http', 'https'];

/** Whose tokens are believed. There is no way to believe everybody. */
export const readIdentity = (env: Env): IdentitySettings => ({
  issuer: env.url('OIDC_ISSUER', HTTP, 'http://127.0.0.1:3006'),
  jwksUri: env.url('OIDC_JWKS_URI', HTTP, '') || undefined,
  audience: env.text('OIDC_AUDIENCE', 'offset-zero'),
  rolesClaim: env.text('OIDC_ROLES_CLAIM', 'roles'),
});
