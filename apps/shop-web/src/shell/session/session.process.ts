import { type User, UserManager, WebStorageStateStore } from 'oidc-client-ts';
import type { Config } from './config.http.ts';
import { type Person, personIn } from './person.ts';

/** Renewed when it has less than this left. */
const NEARLY_OVER_S = 30;

export interface Session {
  /** Undefined: nobody is signed in. The same object until it changes. */
  person(): Person | undefined;
  subscribe(changed: () => void): () => void;
  /** A valid access token; another one than `refused`. Undefined: nobody is signed in any more. */
  token(refused?: string): Promise<string | undefined>;
  /** Leaves the page; comes back to `returnTo`. */
  signIn(returnTo: string): Promise<void>;
  /** On the way back from the identity provider. Returns where the person wanted to go. */
  finishSignIn(): Promise<string>;
  signOut(): Promise<void>;
}

/**
 * Authorization code with PKCE. The tokens lie in this tab's sessionStorage: they survive a reload, end with the tab,
 * and no second tab uses the same rotating refresh token. No foreign script can run here to read them (CSP).
 */
export async function openSession(config: Config, language: () => string): Promise<Session> {
  const manager = new UserManager({
    authority: config.issuer,
    client_id: config.clientId,
    redirect_uri: `${location.origin}/signed-in`,
    post_logout_redirect_uri: `${location.origin}/`,
    scope: 'openid profile',
    userStore: new WebStorageStateStore({ store: sessionStorage }),
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
    automaticSilentRenew: false,
    monitorSession: false,
    loadUserInfo: false,
  });
  const listeners = new Set<() => void>();
  let user: User | undefined;
  let person: Person | undefined;
  let renewing: Promise<void> | undefined;

  function become(next: User | null): void {
    user = next ?? undefined;
    person = user && personIn(user.profile, config.rolesClaim);
    listeners.forEach((changed) => changed());
  }

  /** One renewal at a time: a refresh token may be used once. */
  async function renew(): Promise<void> {
    try {
      become(await manager.signinSilent());
    } catch (error) {
      if (!isRefusal(error)) throw error;
      await manager.removeUser();
      become(null);
    }
  }

  become(await manager.getUser());

  return {
    person: () => person,
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    async token(refused) {
      if (user === undefined) return undefined;
      if (user.access_token === refused || (user.expires_in ?? 0) < NEARLY_OVER_S) {
        await (renewing ??= renew().finally(() => (renewing = undefined)));
      }
      return user?.access_token;
    },
    signIn: (returnTo) => manager.signinRedirect({ state: returnTo, ui_locales: language() }),
    async finishSignIn() {
      const signedIn = await manager.signinRedirectCallback();
      become(signedIn);
      return typeof signedIn.state === 'string' && signedIn.state.startsWith('/') ? signedIn.state : '/';
    },
    async signOut() {
      await manager.signoutRedirect();
    },
  };
}

/** The provider said no; anything else (it is away, say) may pass. */
const isRefusal = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'ErrorResponse' || error.message === 'No refresh token available');
