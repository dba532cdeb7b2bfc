import type { Language } from './language.ts';

/** Everything that the pages say. */
export interface Words {
  signIn: string;
  to: string;
  name: string;
  password: string;
  wrong: string;
  wait(seconds: number): string;
  expired: string;
  signOut: string;
  signOutAsk: string;
  signingOut: string;
  stay: string;
  signedOut: string;
  failed: string;
  back: string;
  hint: string;
}

export const words: Record<Language, Words> = {
  en: {
    signIn: 'Sign in',
    to: 'Offset Zero',
    name: 'Name',
    password: 'Password',
    wrong: 'Name and password do not go together.',
    wait: (seconds) => `That was wrong too often. The next try is looked at in ${seconds} s.`,
    expired: 'This sign-in took too long, or it was begun in another window. Go back to the shop and begin again.',
    signOut: 'Sign out',
    signOutAsk: 'Do you want to sign out?',
    signingOut: 'You are being signed out.',
    stay: 'Stay signed in',
    signedOut: 'You are signed out.',
    failed: 'That did not work',
    back: 'To the shop',
    hint: 'The accounts of this machine:',
  },
  de: {
    signIn: 'Anmelden',
    to: 'Offset Zero',
    name: 'Name',
    password: 'Passwort',
    wrong: 'Name und Passwort gehören nicht zusammen.',
    wait: (seconds) => `Das war zu oft falsch. Der nächste Versuch wird in ${seconds} s geprüft.`,
    expired:
      'Diese Anmeldung hat zu lange gedauert oder wurde in einem anderen Fenster begonnen. Zurück zum Laden und noch einmal von vorn.',
    signOut: 'Abmelden',
    signOutAsk: 'Möchten Sie sich abmelden?',
    signingOut: 'Sie werden abgemeldet.',
    stay: 'Angemeldet bleiben',
    signedOut: 'Sie sind abgemeldet.',
    failed: 'Das hat nicht geklappt',
    back: 'Zum Laden',
    hint: 'Die Konten dieser Maschine:',
  },
};
