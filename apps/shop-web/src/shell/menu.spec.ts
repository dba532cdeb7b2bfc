import { describe, expect, it } from '@jest/globals';
import { areaAt, areasFor, pageAt } from './menu.ts';
import { personIn } from './session/person.ts';

const areaNames = (role: string) => areasFor(personIn({ sub: 'x', roles: [role] })).map(({ name }) => name);

it('offers nobody more than his role may use', () => {
  expect(areaNames('shopper')).toEqual(['shop']);
  expect(areaNames('clerk')).toEqual(['shop', 'desk']);
  expect(areaNames('operator')).toEqual(['shop', 'desk', 'hub']);
  expect(areaNames('stranger')).toEqual([]);
});

describe('where a path belongs', () => {
  it('is the page with the longest address that fits', () => {
    expect(pageAt('/hub')).toBe('/hub');
    expect(pageAt('/hub/topics/order')).toBe('/hub/topics');
    expect(pageAt('/orders/0193')).toBe('/orders');
    expect(pageAt('/products/knife')).toBe('/');
    expect(pageAt('/profile')).toBeUndefined();
  });

  it('is the shop where no menu has it', () => {
    expect(areaAt('/profile').name).toBe('shop');
    expect(areaAt('/desk/customers/0193').name).toBe('desk');
    expect(areaAt('/trace/0193').name).toBe('hub');
  });
});
