import { describe, expect, it } from '@jest/globals';
import { pageHeaders } from './headers.ts';

const headers = pageHeaders('https://id.example/realms/shop');
const directives = new Map(
  headers['content-security-policy']!.split(';').map((directive) => {
    const [name, ...values] = directive.trim().split(' ');
    return [name!, values.join(' ')];
  }),
);

describe('what every page says to a browser', () => {
  it('lets it ask this door and the issuer, and nobody else', () => {
    expect(directives.get('connect-src')).toBe("'self' https://id.example");
    expect(directives.get('form-action')).toBe("'self' https://id.example");
    expect(directives.get('default-src')).toBe("'self'");
  });

  it('lets no script in that is written into a page or made of text', () =>
    expect(directives.get('script-src')).toBe("'self'"));

  it('lets nobody frame it', () => {
    expect(directives.get('frame-ancestors')).toBe("'none'");
    expect(headers['x-frame-options']).toBe('DENY');
  });

  it('has types taken as they are said, and no address told to others', () =>
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' }));
});
