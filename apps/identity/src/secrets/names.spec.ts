import { expect, it } from '@jest/globals';
import type { Account } from './account.ts';
import { directoryOf } from './names.ts';

const dora: Account = { name: 'Dóra', password: 'a password', role: 'clerk', fullName: 'Dóra Dahinden' };
const accountOf = directoryOf([dora]);

it.each(['Dóra', 'dóra', ' DÓRA ', 'Do\u0301ra'])('an account is found whichever way its name is typed: %j', (typed) =>
  expect(accountOf(typed)).toBe(dora),
);

it.each(['Dora', 'dór', ''])('%j is another name', (typed) => expect(accountOf(typed)).toBeUndefined());
