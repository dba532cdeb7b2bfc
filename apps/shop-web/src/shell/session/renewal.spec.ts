import { describe, expect, it } from '@jest/globals';
import { ErrorResponse } from 'oidc-client-ts';
import { mayPass } from '../../api/problem.ts';
import { isNobody, isRefusal, renewed } from './renewal.ts';

function world(expiresInS: number, renew: () => string) {
  let held = { access_token: 'old', expires_in: expiresInS };
  let renewals = 0;
  const token = renewed(
    () => held,
    async () => {
      renewals++;
      held = { access_token: renew(), expires_in: 900 };
    },
  );
  return { token, renewals: () => renewals };
}

const away = () => {
  throw new TypeError('Failed to fetch');
};

describe('an access token', () => {
  it('is renewed once when it is nearly over, and when it was refused', async () => {
    const { token, renewals } = world(29, () => 'new');
    expect(await Promise.all([token(), token()])).toEqual(['new', 'new']);
    expect(await token('old')).toBe('new');
    expect(renewals()).toBe(1);
    expect(await world(900, () => 'new').token('old')).toBe('new');
  });

  it('does until it ends while no other is to be had', async () => expect(await world(29, away).token()).toBe('old'));

  it.each([
    ['has ended', 0, undefined],
    ['was refused', 900, 'old'],
  ])('that %s, while no other is to be had, is a problem that may pass', async (_, expiresInS, refused) => {
    const error = await world(expiresInS, away)
      .token(refused)
      .catch((thrown: unknown) => thrown);
    expect(mayPass(error)).toBe(true);
  });
});

it('is refused by a provider that says no, not by one that is in trouble', () => {
  const said = (error: string) => isRefusal(new ErrorResponse({ error }));
  expect(['invalid_grant', 'invalid_client', 'login_required'].every(said)).toBe(true);
  expect(['server_error', 'temporarily_unavailable'].some(said)).toBe(false);
  expect(isRefusal(new TypeError('Failed to fetch'))).toBe(false);
});

it('nobody is whom the provider would have to ask something', () => {
  const said = (error: string) => isNobody(new ErrorResponse({ error }));
  const questions = ['login_required', 'interaction_required', 'consent_required', 'account_selection_required'];
  expect(questions.every(said)).toBe(true);
  expect(['access_denied', 'server_error'].some(said)).toBe(false);
  expect(isNobody(new TypeError('Failed to fetch'))).toBe(false);
});
