import { useTranslation } from 'react-i18next';
import { unreachable } from '../../api/problem.ts';
import { type Language, languages, speak } from '../../i18n/texts.ts';
import { warn } from '../states/notices.ts';
import { useProblemText } from '../states/problem-text.ts';
import classes from './language-switch.module.css';

/** Each language in its own words. */
const names: Record<Language, string> = { en: 'English', de: 'Deutsch' };

export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  const text = useProblemText();
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
          onClick={() => speak(language).catch((error: unknown) => warn(text(unreachable(error))))}
        >
          {language.toUpperCase()}
        </button>
      ))}
    </div>
  );
}
