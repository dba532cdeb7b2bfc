import { describe, expect, it } from '@jest/globals';
import { languages } from './language.ts';
import { LEAVE, problemPage, signedOutPage, signingOutPage, signInPage, signOutPage } from './page.ts';

const EVIL = `"><script>alert('x')</script>`;
const form = '<form id="op.logoutForm"></form>';

describe.each(languages)('the pages in %s', (language) => {
  const signIn = (o = {}) => signInPage(language, { action: '/sign-in/1', local: false, ...o });
  const pages = [signIn(), signOutPage(language, form), signedOutPage(language, '/'), problemPage(language, 'x', '/')];

  it('say their language, fit a narrow screen, and run no script', () => {
    for (const page of pages) {
      expect(page).toContain(`<html lang="${language}">`);
      expect(page).toContain('width=device-width');
      expect(page).not.toMatch(/<script|\son\w+=|https?:/);
    }
  });

  it('press the one button themselves for whom nothing is asked', () => {
    const page = signingOutPage(language, form);
    expect([...page.matchAll(/<script>(.*?)<\/script>/g)].map(([, script]) => script)).toEqual([LEAVE]);
    expect(page.match(/<button/g)).toHaveLength(1);
    expect(page.replace(`<script>${LEAVE}</script>`, '')).not.toMatch(/<script|\son\w+=|https?:/);
  });

  it('have a label for every field', () =>
    expect([...signIn().matchAll(/<input id="(\w+)"/g)].map(([, id]) => id)).toEqual(
      [...signIn().matchAll(/<label for="(\w+)"/g)].map(([, id]) => id),
    ));

  it('take nobody at his word', () => {
    for (const page of [
      signIn({ name: EVIL }),
      signIn({ problem: EVIL }),
      signIn({ action: EVIL }),
      problemPage(language, EVIL, EVIL),
      signedOutPage(language, EVIL),
    ])
      expect(page).not.toMatch(/<script|"><|alert\('/);
  });

  it('say aloud what was wrong, and begin at what is still to be typed', () => {
    expect(signIn({ name: 'anna', problem: 'no' })).toMatch(
      /role="alert" id="problem">no<[^]*id="password"[^>]*problem[^>]*autofocus/,
    );
    expect(signIn()).toMatch(/id="username"[^>]*autofocus/);
  });

  it('tell where the accounts are on this machine only', () => {
    expect(signIn({ local: true })).toContain('npm run -s accounts');
    expect(signIn()).not.toContain('npm run');
  });
});

it('say the same in every language', () => {
  const [english, german] = languages.map((language) => signInPage(language, { action: '/', local: true }));
  expect(english!.replace(/>[^<]*</g, '><').replace(/lang="\w+"/, '')).toBe(
    german!.replace(/>[^<]*</g, '><').replace(/lang="\w+"/, ''),
  );
});
