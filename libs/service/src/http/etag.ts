import { Refusal } from '../problems/refusal.ts';

const STRONG = /^"(\d{1,15})"$/;
const TAG = /^(W\/)?"[\x21\x23-\x7e\x80-\xff]*"$/;

/** The versions a change may be made on, as the client's If-Match says. */
export type AllowedVersions = Set<number> | 'any';

/** The ETag of a version: `"7"`. */
export const etagOf = (version: number): string => `"${version}"`;

/**
 * The versions an If-Match header allows (RFC 9110, section 13.1.1), or `'any'` for `*`. Weak and foreign tags match
 * nothing, so they allow no version. Undefined without a header; throws `invalid-header` for what is no list of tags.
 */
export function parseIfMatch(header: string | undefined): AllowedVersions | undefined {
  if (header === undefined) return undefined;
  if (header.trim() === '*') return 'any';
  const tags = header.split(',').map((tag) => tag.trim());
  if (!tags.every((tag) => TAG.test(tag))) throw new Refusal('invalid-header', 'If-Match: expected "<version>"');
  return new Set(
    tags
      .map((tag) => STRONG.exec(tag)?.[1])
      .filter((version) => version !== undefined)
      .map(Number),
  );
}

/** The versions a replacement may be made on; throws `if-match-required` when the client did not say. */
export function requireIfMatch(header: string | undefined): AllowedVersions {
  const allowed = parseIfMatch(header);
  if (allowed === undefined) throw new Refusal('if-match-required');
  return allowed;
}

/** Throws `version-conflict` unless `version` is one the client allows. */
export function checkVersion(allowed: AllowedVersions | undefined, version: number): void {
  if (allowed === undefined || allowed === 'any' || allowed.has(version)) return;
  throw new Refusal('version-conflict', {
    detail: `The current version is ${version}`,
    extra: { currentVersion: version },
  });
}

/** Whether If-None-Match names `version` (weak comparison), so that 304 is the answer. */
export function isUnchanged(ifNoneMatch: string | undefined, version: number): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etagOf(version));
}
