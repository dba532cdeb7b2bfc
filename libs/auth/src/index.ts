export { IdentityUnavailable, NoRole, Unauthenticated } from './errors.ts';
export { mayActFor, type Principal } from './principal.ts';
export { mayDo, type Role, roles } from './roles.ts';
export { createVerifier, type IdentitySettings, type Verifier, type VerifierOptions } from './verifier.ts';
