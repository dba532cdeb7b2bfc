export type Keyring = (body: unknown) => string;

/**
 * An Idempotency-Key for each different body: sending the same again, as when its answer was lost, does nothing twice;
 * another body is another wish.
 */
export function keyring(newKey: () => string): Keyring {
  const keys = new Map<string, string>();
  return (body) => {
    const text = JSON.stringify(body);
    const key = keys.get(text) ?? newKey();
    keys.set(text, key);
    return key;
  };
}
