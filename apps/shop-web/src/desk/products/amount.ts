/** Digits behind the point: 2 for CHF, 0 for JPY, 3 for KWD. */
export const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** An amount as it stands in an input, with a point: `12.50`. */
export const textOf = (amountMinor: number, currency: string): string => {
  const digits = digitsOf(currency);
  return (amountMinor / 10 ** digits).toFixed(digits);
};

/** The most that the services keep. */
export const MOST = 10 ** 12;

/**
 * What somebody typed, in the currency's smallest unit. Point or comma stands before the decimals, spaces and apostrophes
 * may stand between thousands. Undefined for what is no amount, has too many decimals or is above `MOST`.
 */
export function minorOf(text: string, currency: string): number | undefined {
  const found = /^(\d{1,13})(?:[.,](\d+))?$/.exec(text.trim().replaceAll(/(?<=\d)[\s'’](?=\d{3})/g, ''));
  if (found === null) return undefined;
  const [, whole, decimals = ''] = found;
  const digits = digitsOf(currency);
  if (decimals.length > digits) return undefined;
  const minor = Number(`${whole}${decimals.padEnd(digits, '0')}`);
  return minor <= MOST ? minor : undefined;
}
