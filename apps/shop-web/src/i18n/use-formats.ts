import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Formats, formatsFor, localeFor } from './format.ts';

/** Numbers, dates and money in the language that is spoken now. */
export function useFormats(): Formats {
  const { i18n } = useTranslation();
  const language = i18n.resolvedLanguage ?? 'en';
  return useMemo(() => formatsFor(localeFor(language, navigator.languages)), [language]);
}
