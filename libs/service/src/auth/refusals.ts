import { IdentityUnavailable, NoRole, Unauthenticated } from '@offset-zero/auth';
import { Refusal } from '../problems/refusal.ts';

const REALM = 'Bearer realm="offset-zero"';

/** What a verifier threw, in the words of HTTP (RFC 6750, section 3). Anything else stays as it is. */
export function refusalOf(error: unknown): unknown {
  if (error instanceof Unauthenticated) {
    const { message: detail, sent } = error;
    const challenge = sent ? `${REALM}, error="invalid_token", error_description="${detail}"` : REALM;
    return new Refusal('unauthenticated', { detail, headers: { 'WWW-Authenticate': challenge } });
  }
  if (error instanceof NoRole) return new Refusal('forbidden', error.message);
  if (error instanceof IdentityUnavailable)
    return new Refusal('identity-unavailable', { headers: { 'Retry-After': '1' } });
  return error;
}
