import type { ClientMetadata } from 'oidc-provider';
import type { Machine } from '../secrets/account.ts';

/** The web app: it runs in a browser, so it has no secret, and proves by PKCE that a code is its own. */
export const webClient = (clientId: string, origins: readonly string[]): ClientMetadata => ({
  client_id: clientId,
  client_name: 'Offset Zero',
  application_type: 'web',
  token_endpoint_auth_method: 'none',
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  redirect_uris: origins.map((origin) => `${origin}/signed-in`),
  post_logout_redirect_uris: origins.map((origin) => `${origin}/`),
});

/** A program with a secret, which signs in as itself. */
export const machineClient = ({ name, secret }: Machine): ClientMetadata => ({
  client_id: name,
  client_secret: secret,
  token_endpoint_auth_method: 'client_secret_basic',
  grant_types: ['client_credentials'],
  response_types: [],
  redirect_uris: [],
});
