import type { Language } from './language.ts';
import { words } from './words.ts';

/** The one style of all pages: narrow screens, dark ones and large letters are as good as any. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1a2230; --paper: #f4f6f9; --card: #fff; --line: #8a94a3; --accent: #1f5fa8; --bad: #a8201f }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6eaf0; --paper: #12161d; --card: #1b212b; --line: #7d8797; --accent: #8ab8ee; --bad: #ff9d96 }
}
* { box-sizing: border-box }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif }
main { width: 100%; max-width: 24rem; padding: 1.75rem; background: var(--card); border: 1px solid var(--line); border-radius: .75rem }
h1 { margin: 0 0 1rem; font-size: 1.4rem; line-height: 1.2 }
h1 small { display: block; font-size: .9rem; font-weight: 400 }
label { display: block; margin: 1rem 0 .25rem; font-weight: 600 }
input { width: 100%; padding: .6rem .7rem; font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--line); border-radius: .4rem }
button, .button { display: block; width: 100%; margin-top: 1.25rem; padding: .65rem; font: inherit; font-weight: 600; text-align: center; text-decoration: none; color: var(--card); background: var(--accent); border: 1px solid var(--accent); border-radius: .4rem; cursor: pointer }
button.second { color: var(--accent); background: none }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
[role=alert] { margin: 0; padding: .6rem .7rem; color: var(--bad); border: 1px solid currentColor; border-radius: .4rem }
.hint { margin: 1.25rem 0 0; font-size: .85rem }
`;

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
<main>
<h1><small>${to}</small>${title}</h1>
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
</form>${local ? `\n<p class="hint">${say.hint}</p>` : ''}`,
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
