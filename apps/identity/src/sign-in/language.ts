export const languages = ['en', 'de'] as const;

export type Language = (typeof languages)[number];

/**
 * The language of a page: the first we have of `ui_locales` (OpenID Connect Core 3.1.2.1: separated by spaces, best first),
 * else of Accept-Language (RFC 9110, 12.5.4), else English.
 */
export function languageOf(uiLocales: unknown, acceptLanguage: string | undefined): Language {
  const asked = typeof uiLocales === 'string' ? uiLocales.split(' ') : [];
  return [...asked, ...byQuality(acceptLanguage ?? '')].map(ours).find((found) => found !== undefined) ?? 'en';
}

const ours = (tag: string): Language | undefined =>
  languages.find((language) => tag.toLowerCase().split('-')[0] === language);

function byQuality(header: string): string[] {
  return header
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(/\s*;\s*/);
      const quality = parameters.map((each) => /^q=([\d.]+)$/i.exec(each)?.[1]).find((q) => q !== undefined);
      return { tag, quality: Number(quality ?? 1) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
}
