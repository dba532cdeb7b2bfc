import { describe, expect, it } from '@jest/globals';
import { apisPage } from './apis-page.ts';

const page = apisPage([
  { name: 'stock-service', what: 'Stock', address: 'http://127.0.0.1:3003', state: 'ready' },
  { name: 'order-service', what: '<Orders> & "more"', address: 'http://127.0.0.1:3004', state: 'away' },
]);

describe('the page of the APIs', () => {
  it('links the documentation of every service', () => {
    expect(page).toContain('href="/docs?urls.primaryName=stock-service"');
    expect(page).toContain('href="/docs?urls.primaryName=order-service"');
  });

  it('says what runs', () => {
    expect(page).toContain('<td class="ready">ready</td>');
    expect(page).toContain('<td class="away">away</td>');
  });

  it('escapes what it is given', () => expect(page).toContain('&#60;Orders&#62; &#38; &#34;more&#34;'));

  it('fetches nothing from elsewhere', () => expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//));
});
