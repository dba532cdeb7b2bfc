import { errors, jwtVerify } from 'jose';
import { tokenIn } from './bearer.ts';
import { type Issuer, issuerNames } from './discovery.http.ts';
import { Unauthenticated } from './errors.ts';
import { IssuerKeys, type KeysOptions } from './keys.http.ts';
import { type Principal, principalOf } from './principal.ts';
import { Remembered } from './remembered.ts';

export interface IdentitySettings extends Issuer {
  audience: string;
  /** The claim with the roles: its name, or a path of names joined by dots. */
  rolesClaim: string;
}

export interface Verifier {
  /**
   * The caller behind an Authorization header with an access token (RFC 9068). Throws `Unauthenticated`, `NoRole` or
   * `IdentityUnavailable`.
   */
  verify(authorization: string | undefined): Promise<Principal>;
  /** The caller behind a header that was found good lately, and still is; undefined for every other. */
  known(authorization: string): Principal | undefined;
  /** Asks for the keys before they are needed; nobody waits. */
  prepare(): void;
  /** Why the keys could not be had when they were asked for last; undefined when they could. */
  trouble(): string | undefined;
}

export type VerifierOptions = Partial<Omit<KeysOptions, 'onChange'>>;

/** With a private key only the issuer can sign; what a shared secret (HS256) or `none` signs, anybody could have. */
const ASYMMETRIC = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
];
const CLOCK_TOLERANCE_S = 5;
/** Whatever it says itself: who has stolen a key makes no tokens for years. */
const LONGEST_S = 24 * 60 * 60;
const REMEMBERED = 5_000;

/**
 * Checks tokens. One that was found good is remembered, so that it costs one look from then on. That is safe: the same bytes carry the same claims under the same signature for ever; only the time and the keys of the
 * issuer can take its validity away, and so it is forgotten when it expires and when his keys change.
 */
export function createVerifier(settings: IdentitySettings, options: VerifierOptions = {}): Verifier {
  const { fetch = globalThis.fetch, now = Date.now, onTrouble = () => {}, onRecovery = () => {} } = options;
  const remembered = new Remembered<Principal>(REMEMBERED);
  let changes = 0;
  const keys = new IssuerKeys(settings, { fetch, now, onTrouble, onRecovery, onChange: forget });

  function forget(): void {
    changes++;
    remembered.clear();
  }

  async function check(token: string): Promise<Principal> {
    const { payload } = await jwtVerify(token, keys.find, {
      algorithms: ASYMMETRIC,
      issuer: issuerNames(settings.issuer),
      audience: settings.audience,
      typ: 'at+jwt', // an ID token is signed by the same keys, and is no permission
      requiredClaims: ['sub', 'iat', 'exp'],
      clockTolerance: CLOCK_TOLERANCE_S,
      maxTokenAge: LONGEST_S,
      currentDate: new Date(now()),
    });
    const exp = Math.min(payload.exp!, payload.iat! + LONGEST_S);
    return principalOf({ ...payload, exp }, settings.rolesClaim);
  }

  async function verifyAnew(authorization: string | undefined): Promise<Principal> {
    const token = tokenIn(authorization);
    const before = changes;
    const principal = await check(token).catch(told);
    const until = principal.expiresAt + CLOCK_TOLERANCE_S * 1_000;
    // One header for each token, as it is mostly written; and not when it may be the old keys that found it good.
    if (changes === before) remembered.set(`Bearer ${token}`, principal, until);
    return principal;
  }

  function known(authorization: string): Principal | undefined {
    keys.keepFresh(); // also for a token that is remembered: its key may have been withdrawn
    return remembered.get(authorization, now());
  }

  return {
    known,
    verify: async (authorization) => known(authorization ?? '') ?? verifyAnew(authorization),
    prepare: () => keys.refresh(),
    trouble: () => keys.trouble()?.message,
  };
}

/** What jose found wrong, in words for the caller. */
function told(error: unknown): never {
  if (!(error instanceof errors.JOSEError)) throw error;
  throw new Unauthenticated(faultIn(error), { sent: true });
}

function faultIn(error: errors.JOSEError): string {
  if (error instanceof errors.JWTExpired) return 'The token has expired';
  if (error instanceof errors.JWTClaimValidationFailed) return `The token's ${error.claim} is not accepted here`;
  return 'The token was not signed by the issuer trusted here';
}
