const PLAIN = /^[\w.-]+$/;

/** The file of the web app that an address may name: plain names, none of which begins with a dot. */
export function fileNamed(url: string): string | undefined {
  const names = url.split('?', 1)[0]!.slice(1).split('/');
  return names.every((name) => PLAIN.test(name) && !name.startsWith('.')) ? names.join('/') : undefined;
}

/** What is the gateway's own, and never a page of the web app. */
const OWN = /^\/(api|apis|asyncapi|docs|docs-json|health|metrics|problems)(\/|$)/;

/**
 * Whether somebody looks for a page of the web app, which finds its way by itself. The first one is found by everybody; at
 * other addresses somebody who has forgotten the `/api` would rather hear that nothing is there.
 */
export function wantsPage(url: string, accept: string | undefined): boolean {
  const path = url.split('?', 1)[0]!;
  return path === '/' || (!OWN.test(path) && !path.includes('//') && /\btext\/html\b/.test(accept ?? ''));
}

/** Vite puts a hash of the content into the names of assets: what has one name never changes. */
export const cacheOf = (file: string): string =>
  /^\/?assets\//.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache';
