import { describe, expect, it } from '@jest/globals';
import { readConfig } from '@offset-zero/service';
import { identity } from './service.ts';
import { identitySettings } from './settings.ts';

const read = (variables: Record<string, string> = {}) =>
  readConfig(identity, { IDENTITY_DIR: '/data', ...variables }, identitySettings).settings;

function faultsOf(variables: Record<string, string>): string[] {
  try {
    read(variables);
    return [];
  } catch (error) {
    return (error as { faults: string[] }).faults;
  }
}

describe('the settings of identity', () => {
  it('are those of one machine, but for where the secrets are', () => {
    expect(read()).toEqual({
      ...{ issuer: 'http://127.0.0.1:3006', audience: 'offset-zero', folder: '/data', webClientId: 'shop-web' },
      webOrigins: ['http://127.0.0.1:8080', 'http://localhost:8080'],
      callsPerMinute: 600,
    });
    expect(faultsOf({ IDENTITY_DIR: '' })).toEqual([expect.stringMatching(/^IDENTITY_DIR is not set/)]);
  });

  it.each(['https://id.example', 'http://localhost:3006', 'http://[::1]:3006', 'http://shop.localhost'])(
    'take %s as issuer',
    (issuer) => expect(faultsOf({ OIDC_ISSUER: issuer })).toEqual([]),
  );

  it.each(['http://id.example', 'http://127.0.0.1.evil.example', 'http://10.0.0.1'])(
    'refuse %s: passwords would go there for all to read',
    (issuer) => expect(faultsOf({ OIDC_ISSUER: issuer })).toEqual([expect.stringMatching(/^OIDC_ISSUER must/)]),
  );

  it.each(['*', 'http://shop.example', 'https://shop.example/', 'https://shop.example/app', 'shop.example', 'null'])(
    'send nobody back to %s',
    (origin) =>
      expect(faultsOf({ IDENTITY_WEB_ORIGINS: `http://localhost:8080,${origin}` })).toEqual([
        expect.stringMatching(/^IDENTITY_WEB_ORIGINS must/),
      ]),
  );
});
