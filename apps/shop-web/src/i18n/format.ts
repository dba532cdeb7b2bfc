/** Minor units of a currency, as the API has money: 1250 of CHF are 12.50. */
export interface Money {
  amountMinor: number;
  currency: string;
}

export interface Formats {
  money(money: Money): string;
  number(value: number, options?: Intl.NumberFormatOptions): string;
  /** 21 Nov 2026, 15:30 */
  dateTime(time: string | number): string;
  /** 15:30:07 */
  time(time: string | number): string;
  /** 15:30:07.123 */
  exactTime(time: string | number): string;
}

/** The region comes from the browser where it speaks the language; else from where the shop is. */
export const localeFor = (language: string, browser: readonly string[]): string =>
  browser.find((each) => each.startsWith(`${language}-`)) ?? (language === 'de' ? 'de-CH' : 'en-GB');

export function formatsFor(locale: string): Formats {
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' });
  const exact = new Intl.DateTimeFormat(locale, {
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3, hourCycle: 'h23' },
  });
  return {
    money({ amountMinor, currency }) {
      const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
      return format.format(amountMinor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
    },
    number: (value, options) => new Intl.NumberFormat(locale, options).format(value),
    dateTime: (at) => dateTime.format(new Date(at)),
    time: (at) => time.format(new Date(at)),
    exactTime: (at) => exact.format(new Date(at)),
  };
}
