import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';

export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

const KEY = 'language';
const files = import.meta.glob<{ default: Record<string, unknown> }>('./{en,de}/*.json');

/** A file of texts is a chunk of its own: `<language>/<namespace>.json`. */
const backend: BackendModule = {
  type: 'backend',
  init() {},
  read(language, namespace, done) {
    const load = files[`./${language}/${namespace}.json`];
    if (load === undefined) return done(new Error(`No texts ${language}/${namespace}`), null);
    load().then(
      (file) => done(null, file.default),
      (error: Error) => done(error, null),
    );
  },
};

/** What was chosen here before, else what the browser prefers. */
function preferred(): Language {
  const wanted = [localStorage.getItem(KEY), ...navigator.languages].map((each) => each?.slice(0, 2));
  return (
    languages.find((language) => language === wanted.find((each) => languages.some((known) => known === each))) ?? 'en'
  );
}

export async function startTexts(): Promise<void> {
  i18next.on('languageChanged', (language) => (document.documentElement.lang = language));
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: preferred(),
      supportedLngs: languages,
      ns: ['shell', 'problems'],
      defaultNS: 'shell',
      interpolation: { escapeValue: false },
      returnNull: false,
    });
}

/** Throws when a file cannot be had: i18next would show the names of the texts instead, and never ask for them again. */
const fetchTexts = (language: string, namespaces: readonly string[]) =>
  Promise.all(namespaces.map((namespace) => files[`./${language}/${namespace}.json`]?.()));

/** Throws when the texts cannot be had. */
export async function speak(language: Language): Promise<void> {
  await fetchTexts(language, i18next.options.ns as string[]);
  localStorage.setItem(KEY, language);
  await i18next.changeLanguage(language);
}

/** Before a page is shown: its texts, so that nothing jumps. Throws when they cannot be had. */
export async function loadTexts(namespaces: readonly string[]): Promise<void> {
  await fetchTexts(language(), namespaces);
  await i18next.loadNamespaces(namespaces);
}

export const language = (): Language => (i18next.resolvedLanguage as Language | undefined) ?? 'en';
