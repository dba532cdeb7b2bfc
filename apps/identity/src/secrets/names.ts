import type { Account } from './account.ts';

/** A name as it is compared: who types it need not mind capitals, nor a space that slipped in. */
export const spelt = (name: string): string => name.trim().toLowerCase().normalize('NFC');

/** The one way from a name to its account, for passwords and for tokens; no two of `accounts` are spelt alike. */
export function directoryOf(accounts: readonly Account[]): (name: string) => Account | undefined {
  const bySpelling = new Map(accounts.map((account) => [spelt(account.name), account]));
  return (name) => bySpelling.get(spelt(name));
}
