import type { Language } from './language.ts';
import { words } from './words.ts';

/** The one style of all pages, in the colours of the shop: narrow screens, dark ones and large letters are as good as any. */
export const STYLE = `
@font-face { font-family: Figtree; src: url(/fonts/figtree.woff2) format('woff2'); font-weight: 300 900; font-display: swap }
@font-face { font-family: Bricolage; src: url(/fonts/bricolage.woff2) format('woff2'); font-weight: 200 800; font-display: swap }
:root { color-scheme: light dark; --ink: #1b2422; --soft: #726b61; --paper: #fbf9f6; --card: #fff; --edge: #e9e5dd; --line: #8f887d; --accent: #1c665a; --on: #fff; --bad: #b3372b }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e2e8e6; --soft: #98a4a0; --paper: #101614; --card: #161d1b; --edge: #28312e; --line: #6f7b77; --accent: #86bfb0; --on: #101614; --bad: #ff9d8f }
}
* { box-sizing: border-box }
body { margin: 0; min-height: 100vh; display: grid; place-content: center; justify-items: center; gap: 1.5rem; grid-template-columns: minmax(0, 24rem); padding: 1rem; background: var(--paper); color: var(--ink); font: 1rem/1.55 Figtree, system-ui, sans-serif }
main { width: 100%; padding: 1.75rem; background: var(--card); border: 1px solid var(--edge); border-radius: 1rem }
.logo, h1 { font-family: Bricolage, Figtree, system-ui, sans-serif }
.logo { display: flex; align-items: center; gap: .6rem; font-size: 1.12rem; font-weight: 680; letter-spacing: -.02em }
h1 { margin: 0 0 1rem; font-size: 1.5rem; font-weight: 640; line-height: 1.2; letter-spacing: -.015em }
label { display: block; margin: 1rem 0 .25rem; font-weight: 600 }
input { width: 100%; padding: .6rem .75rem; font: inherit; color: inherit; background: var(--card); border: 1px solid var(--line); border-radius: .5rem }
button, .button { display: block; width: 100%; margin-top: 1.5rem; padding: .65rem; font: inherit; font-weight: 600; text-align: center; text-decoration: none; color: var(--on); background: var(--accent); border: 1px solid var(--accent); border-radius: 2rem; cursor: pointer }
button.second { margin-top: .75rem; color: var(--accent); background: none }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
[role=alert] { margin: 0; padding: .6rem .75rem; color: var(--bad); border: 1px solid currentColor; border-radius: .5rem; overflow-wrap: anywhere }
.hint { margin: 1.25rem 0 0; color: var(--soft); font-size: .85rem }
code { white-space: nowrap }
`;

/** As the shop has it: a zero, with the mark where its log begins. */
const LOGO = `<svg viewBox="0 0 32 32" width="30" height="30" aria-hidden="true">
<rect width="32" height="32" rx="9" fill="#1c665a"/>
<circle cx="16" cy="16" r="8" fill="none" stroke="#fff" stroke-width="3.4"/>
<path d="M16 4.5v6.5" stroke="#f3a681" stroke-width="3.4" stroke-linecap="round"/>
</svg>`;

function page(language: Language, title: string, body: string): string {
  const { to } = words[language];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · ${to}</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
<header class="logo" translate="no">
${LOGO}
${to}
</header>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`;
}

/** `problem` is what went wrong at the try before, if one did. */
export function signInPage(
  language: Language,
  o: { action: string; name?: string; problem?: string; local: boolean },
): string {
  const say = words[language];
  const { action, name = '', problem, local } = o;
  const [first, second] = name === '' ? [' autofocus', ''] : ['', ' autofocus'];
  const alert = problem === undefined ? '' : `<p role="alert" id="problem">${escaped(problem)}</p>\n`;
  const described = problem === undefined ? '' : ' aria-describedby="problem"';
  return page(
    language,
    say.signIn,
    `${alert}<form method="post" action="${escaped(action)}">
<label for="username">${say.name}</label>
<input id="username" name="username" value="${escaped(name)}" autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="100" required${first}>
<label for="password">${say.password}</label>
<input id="password" name="password" type="password" autocomplete="current-password" maxlength="200" required${described}${second}>
<button type="submit">${say.signIn}</button>
</form>${local ? `\n<p class="hint">${say.hint} <code>npm run -s accounts</code></p>` : ''}`,
  );
}

/** What the page of somebody who is being signed out runs: it presses the one button that is there. */
export const LEAVE = "document.querySelector('button').click()";

/** For whom the shop has proved whom it signs out: nothing is asked, without scripts there is a button. */
export function signingOutPage(language: Language, form: string): string {
  const { signOut, signingOut } = words[language];
  return page(
    language,
    signOut,
    `<p>${signingOut}</p>
${form}
<button type="submit" form="op.logoutForm" name="logout" value="yes">${signOut}</button>
<script>${LEAVE}</script>`,
  );
}

/** `form` is the provider's own, which carries what proves that we asked; the buttons belong to it by its id. */
export function signOutPage(language: Language, form: string): string {
  const say = words[language];
  return page(
    language,
    say.signOut,
    `<p>${say.signOutAsk}</p>
${form}
<button type="submit" form="op.logoutForm" name="logout" value="yes" autofocus>${say.signOut}</button>
<button type="submit" form="op.logoutForm" class="second">${say.stay}</button>`,
  );
}

export const signedOutPage = (language: Language, shop: string): string =>
  page(language, words[language].signOut, `<p>${words[language].signedOut}</p>\n${wayBack(language, shop)}`);

export const problemPage = (language: Language, problem: string, shop: string): string =>
  page(language, words[language].failed, `<p role="alert">${escaped(problem)}</p>\n${wayBack(language, shop)}`);

const wayBack = (language: Language, shop: string): string =>
  `<a class="button" href="${escaped(shop)}">${words[language].back}</a>`;

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
