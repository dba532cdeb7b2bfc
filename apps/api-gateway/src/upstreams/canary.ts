/** Which version a call goes to. `'canary!'`: the client asked for it, and gets no other. */
export type Version = 'stable' | 'canary' | 'canary!';

/**
 * The header `X-Canary` decides (`1` or `0`), else the weight in percent: by the client's name, so that one client stays
 * with one version.
 */
export function versionFor(header: string | string[] | undefined, client: string, weight: number): Version {
  if (header === '1') return 'canary!';
  if (header === '0' || weight === 0) return 'stable';
  return placeOf(client) < weight ? 'canary' : 'stable';
}

/** 0 to 99, evenly spread and always the same for one name: FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/ */
function placeOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return ((hash ^ (hash >>> 15)) >>> 0) % 100;
}
