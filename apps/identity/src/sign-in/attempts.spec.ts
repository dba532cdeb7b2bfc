import { expect, it } from '@jest/globals';
import { createAttempts } from './attempts.ts';

const [OFFICE, HOME] = ['192.0.2.1', '198.51.100.7'];

it('who guesses at a name keeps its owner out nowhere else', () => {
  const attempts = createAttempts(() => 0);
  for (let i = 0; i < 5; i++) attempts.wrong('carla', HOME);
  expect([attempts.wait('carla', HOME), attempts.wait('carla', OFFICE), attempts.wait('otto', HOME)]).toEqual([
    1, 0, 0,
  ]);
});

it('who tries many names is slowed down for all of them', () => {
  const attempts = createAttempts(() => 0);
  for (let i = 0; i < 31; i++) attempts.wrong(`name-${i}`, HOME);
  expect([attempts.wait('carla', HOME), attempts.wait('carla', OFFICE)]).toEqual([1, 0]);
});

it('another address of the same IPv6 network is no other', () => {
  const attempts = createAttempts(() => 0);
  for (let i = 0; i < 5; i++) attempts.wrong('carla', `2001:db8::${i}`);
  expect([attempts.wait('carla', '2001:db8::9'), attempts.wait('carla', '2001:db8:0:1::9')]).toEqual([1, 0]);
});

it('being right forgets what was wrong about this name, not what was wrong about others', () => {
  const attempts = createAttempts(() => 0);
  for (let i = 0; i < 4; i++) attempts.wrong('anna', HOME);
  attempts.right('anna', HOME);
  attempts.wrong('anna', HOME);
  expect(attempts.wait('anna', HOME)).toBe(0);
  for (let i = 0; i < 26; i++) {
    attempts.wrong(`name-${i}`, HOME);
    attempts.right('anna', HOME);
  }
  expect(attempts.wait('carla', HOME)).toBe(1);
});
