/** A key for each different thing that is sent: sending the same again does nothing twice, sending another is new. */
export function keyring(newKey: () => string): (body: unknown) => string {
  const keys = new Map<string, string>();
  return (body) => {
    const text = JSON.stringify(body);
    const key = keys.get(text) ?? newKey();
    keys.set(text, key);
    return key;
  };
}
