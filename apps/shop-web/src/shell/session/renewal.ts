import type { TokenSource } from '../../api/api.http.ts';
import { unreachable } from '../../api/problem.ts';

interface Held {
  access_token: string;
  /** Seconds; undefined: it does not say. */
  expires_in?: number;
}

/** Renewed when it has less than this left; as long as that cannot be done, the old one does. */
const NEARLY_OVER_S = 30;

export const isNearlyOver = ({ expires_in = 0 }: Held): boolean => expires_in < NEARLY_OVER_S;

/**
 * The token that `held` tells of, renewed in time and when it was refused. `renew` changes what `held` tells; one at a
 * time, as a refresh token may be used once. The source throws `unreachable` when there is neither an old nor a new one.
 */
export function renewed(held: () => Held | undefined, renew: () => Promise<void>): TokenSource {
  let renewing: Promise<void> | undefined;
  return async (refused) => {
    const old = held();
    if (old === undefined) return undefined;
    const isRefused = old.access_token === refused;
    if (isRefused || isNearlyOver(old)) {
      try {
        await (renewing ??= renew().finally(() => (renewing = undefined)));
      } catch (error) {
        if (isRefused || (old.expires_in ?? 0) < 1) throw unreachable(error);
      }
    }
    return held()?.access_token;
  };
}

/** What a provider would have to ask and may not (OpenID Connect Core, 3.1.2.6). */
const questions: unknown[] = [
  'login_required',
  'interaction_required',
  'consent_required',
  'account_selection_required',
];
const refusals: unknown[] = ['invalid_grant', 'invalid_client', ...questions];

/** The provider will not have this person (RFC 6749, 5.2); anything else may pass. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof Error && 'error' in error && refusals.includes(error.error);

/** Whoever was asked without a question (`prompt=none`) is nobody: said by the provider, with the `state` of who asked. */
export const isNobody = (error: unknown): error is Error & { state: unknown } =>
  error instanceof Error && 'error' in error && questions.includes(error.error);
