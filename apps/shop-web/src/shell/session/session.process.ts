import { type User, UserManager, WebStorageStateStore } from 'oidc-client-ts';
import type { TokenSource } from '../../api/api.http.ts';
import type { Config } from './config.http.ts';
import { type Person, personIn } from './person.ts';
import { isNearlyOver, isNobody, isRefusal, renewed } from './renewal.ts';
import { openTwins } from './twins.process.ts';

export interface Session {
  /** Undefined: nobody is signed in. The same object until it changes. */
  person(): Person | undefined;
  subscribe(changed: () => void): () => void;
  /** A valid access token; another one than `refused`. Undefined: nobody is signed in any more. Throws `unreachable`. */
  token: TokenSource;
  /** Somebody has signed in in this browser, in whatever tab, and may still be. */
  isKnown(): boolean;
  /**
   * Leaves the page; comes back to `returnTo`. `none`: as whoever is signed in, or as nobody, but without a question; `login`:
   * as whoever says now who he is. Throws when the identity provider cannot be reached.
   */
  signIn(returnTo: string, prompt?: Prompt): Promise<void>;
  /** On the way back from the identity provider. Returns where the person wanted to go. */
  finishSignIn(): Promise<string>;
  /** Leaves the page. Throws when the identity provider cannot be reached: then he stays signed in. */
  signOut(): Promise<void>;
}

export type Prompt = 'none' | 'login';

/** In `localStorage`, which all tabs share: that there is somebody, not who. */
const KNOWN = 'signed-in';

/**
 * Authorization code with PKCE. The tokens lie in this tab's sessionStorage: they survive a reload and end with the tab;
 * a duplicate of it renews them with it (`twins.process.ts`). No foreign script can run here to read them (CSP).
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

  function become(next: User | null): void {
    user = next ?? undefined;
    person = user && personIn(user.profile, config.rolesClaim);
    listeners.forEach((changed) => changed());
  }

  async function renew(newer: User | undefined): Promise<void> {
    if (newer !== undefined) {
      await manager.storeUser(newer);
      become(newer);
      if (!isNearlyOver(newer)) return;
    }
    try {
      become(await manager.signinSilent());
    } catch (error) {
      if (user?.refresh_token !== undefined && !isRefusal(error)) throw error;
      await manager.removeUser();
      become(null);
    }
  }

  become(await manager.getUser());
  const twins = openTwins(() => user);

  return {
    person: () => person,
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    token: renewed(
      () => user,
      () => twins.inTurn(renew),
    ),
    isKnown: () => localStorage.getItem(KNOWN) !== null,
    signIn: (returnTo, prompt) => manager.signinRedirect({ state: returnTo, ui_locales: language(), prompt }),
    async finishSignIn() {
      try {
        const signedIn = await manager.signinRedirectCallback();
        twins.begin();
        localStorage.setItem(KNOWN, '');
        become(signedIn);
        return pathIn(signedIn.state);
      } catch (error) {
        if (!isNobody(error)) throw error;
        localStorage.removeItem(KNOWN);
        return pathIn(error.state);
      }
    },
    async signOut() {
      await manager.metadataService.getEndSessionEndpoint();
      await manager.signoutRedirect({ extraQueryParams: { ui_locales: language() } });
    },
  };
}

const pathIn = (state: unknown): string => (typeof state === 'string' && state.startsWith('/') ? state : '/');
