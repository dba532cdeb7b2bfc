import { useTranslation } from 'react-i18next';
import { type Language, languages, speak } from '../../i18n/texts.ts';
import classes from './language-switch.module.css';

/** Each language in its own words. */
const names: Record<Language, string> = { en: 'English', de: 'Deutsch' };

export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  return (
    <div role="group" aria-label={t('language')} className={classes.languages}>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-label={`${language.toUpperCase()}, ${names[language]}`}
          aria-pressed={language === i18n.resolvedLanguage}
          className={classes.language}
          onClick={() => void speak(language)}
        >
          {language.toUpperCase()}
        </button>
      ))}
    </div>
  );
}
