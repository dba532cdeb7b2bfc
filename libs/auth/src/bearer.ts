import { Unauthenticated } from './errors.ts';

/** A compact JWS: three parts of base64url, the last of which is empty where nothing is signed. */
const JWT = /^[\w-]+\.[\w-]+\.[\w-]*$/;

/** The token in an Authorization header (RFC 6750, section 2.1). Throws `Unauthenticated`. */
export function tokenIn(authorization: string | undefined): string {
  const [scheme = '', token = '', ...more] = (authorization ?? '').trim().split(/ +/);
  if (scheme.toLowerCase() !== 'bearer') throw new Unauthenticated('A bearer token is needed', { sent: false });
  if (more.length > 0 || !JWT.test(token)) throw new Unauthenticated('The token is not a JWT', { sent: true });
  return token;
}
