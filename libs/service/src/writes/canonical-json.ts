/** JSON with sorted keys: the same text for the same value, however the client wrote it. */
export const canonicalJson = (value: unknown): string => JSON.stringify(value, sortKeys) ?? '';

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
