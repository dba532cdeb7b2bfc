/**
 * The key for a POST: the same for the same body, so that pressing the button again after an answer was lost does it
 * once; another one for another body, and after `done`.
 */
export function createKeys(random: () => string = () => crypto.randomUUID()) {
  let last: { body: string; key: string } | undefined;
  return {
    keyFor(body: unknown): string {
      const text = JSON.stringify(body);
      if (last?.body !== text) last = { body: text, key: random() };
      return last.key;
    },
    done(): void {
      last = undefined;
    },
  };
}

export type Keys = ReturnType<typeof createKeys>;
