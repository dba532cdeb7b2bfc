import { type Configuration, errors, interactionPolicy, type KoaContextWithOIDC } from 'oidc-provider';
import { type Account, claimsOf, type Secrets } from '../secrets/account.ts';
import type { IdentitySettings } from '../settings.ts';
import { machineClient, webClient } from './clients.ts';
import { createStorage } from './storage.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What access tokens are for, as RFC 8707 wants it; their `aud` is the audience of the settings. */
const RESOURCE = 'urn:offset-zero:api';

export const SIGN_IN = '/sign-in';

/** The pages that the provider shows by itself. */
export interface Pages {
  problem(context: KoaContextWithOIDC, out: { error: string; error_description?: string }): void;
  signOut(context: KoaContextWithOIDC, form: string): void;
  signedOut(context: KoaContextWithOIDC): void;
}

/** What of the certified library is in use, and how. */
export function configurationOf(settings: IdentitySettings, secrets: Secrets, pages: Pages): Configuration {
  const { issuer, audience, webClientId, webOrigins } = settings;
  const { accountOf } = secrets;
  const machines = new Map(secrets.machines.map((machine) => [machine.name, machine]));
  const cookie = { httpOnly: true, sameSite: 'lax', secure: issuer.startsWith('https:'), signed: true } as const;
  return {
    adapter: createStorage(),
    clients: [webClient(webClientId, webOrigins), ...secrets.machines.map(machineClient)],
    jwks: secrets.jwks,
    cookies: { keys: secrets.cookieKeys, long: cookie, short: cookie, names: cookieNames(issuer) },
    responseTypes: ['code'],
    clientAuthMethods: ['client_secret_basic', 'none'],
    pkce: { required: () => true },
    scopes: ['openid', 'profile'],
    claims: { openid: ['sub'], profile: ['name', 'preferred_username', 'roles', 'customer_id'] },
    findAccount: (_context, name) => found(accountOf(name)),
    extraTokenClaims: (_context, token) =>
      token.kind === 'AccessToken'
        ? claimsOf(accountOf(token.accountId)!)
        : claimsOf(machines.get((token as { clientId?: string }).clientId!)!),
    issueRefreshToken: async (_context, client) => client.grantTypeAllowed('refresh_token'),
    loadExistingGrant,
    clientBasedCORS: (_context, origin, client) => client.clientId === webClientId && webOrigins.includes(origin),
    interactions: { url: (_context, interaction) => `${SIGN_IN}/${interaction.uid}`, policy: withoutConsent() },
    renderError: pages.problem,
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      dPoP: { enabled: false },
      clientCredentials: { enabled: true },
      revocation: { enabled: true },
      rpInitiatedLogout: { enabled: true, logoutSource: pages.signOut, postLogoutSuccessSource: pages.signedOut },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => RESOURCE,
        useGrantedResource: () => true,
        getResourceServerInfo(_context, resource) {
          if (resource !== RESOURCE && resource !== audience) throw new errors.InvalidTarget();
          return { scope: '', audience, accessTokenFormat: 'jwt', jwt: { sign: { alg: 'RS256' } } };
        },
      },
    },
    ttl: {
      AccessToken: 15 * MINUTE,
      ClientCredentials: HOUR,
      AuthorizationCode: MINUTE,
      IdToken: HOUR,
      Interaction: HOUR,
      Session: DAY,
      Grant: DAY,
      RefreshToken: DAY,
    },
  };
}

/** Cookies know no ports: two systems on one machine must not take each other's. */
function cookieNames(issuer: string) {
  const { port } = new URL(issuer);
  const name = (what: string) => `oz_${what}${port && `_${port}`}`;
  return { session: name('session'), interaction: name('sign_in'), resume: name('resume') };
}

function found(account: Account | undefined) {
  if (!account) return undefined;
  const { name } = account;
  return { accountId: name, claims: () => ({ sub: name, preferred_username: name, ...claimsOf(account) }) };
}

/** The web app is our own: nobody is asked whether it may know who he is. */
function withoutConsent() {
  const policy = interactionPolicy.base();
  policy.remove('consent');
  return policy;
}

async function loadExistingGrant({ oidc }: KoaContextWithOIDC) {
  const { client, session, provider } = oidc;
  const known = session!.grantIdFor(client!.clientId);
  const grant = known && (await provider.Grant.find(known));
  if (grant) return grant;
  const fresh = new provider.Grant({ accountId: session!.accountId!, clientId: client!.clientId });
  fresh.addOIDCScope('openid profile');
  await fresh.save();
  return fresh;
}
