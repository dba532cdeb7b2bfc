import { describe, expect, it } from '@jest/globals';
import { may, personIn } from './person.ts';

describe('a person', () => {
  it('has the highest of the roles', () => {
    expect(personIn({ sub: 'x', roles: ['shopper', 'operator', 'clerk'] }).role).toBe('operator');
    expect(personIn({ sub: 'x', groups: 'clerk' }, 'groups').role).toBe('clerk');
    expect(personIn({ sub: 'x', realm_access: { roles: ['clerk'] } }, 'realm_access.roles').role).toBe('clerk');
    expect(personIn({ sub: 'x', roles: ['admin'] }).role).toBeUndefined();
    expect(personIn({ sub: 'x' }).role).toBeUndefined();
  });

  it('may do what smaller roles may, and nothing without a role', () => {
    const clerk = personIn({ sub: 'c', roles: ['clerk'] });
    expect([may(clerk, 'shopper'), may(clerk, 'clerk'), may(clerk, 'operator')]).toEqual([true, true, false]);
    expect(may(personIn({ sub: 'x' }), 'shopper')).toBe(false);
  });

  it('is called by name, or by what there is', () => {
    expect(personIn({ sub: 'anna', name: 'Anna Muster' }).name).toBe('Anna Muster');
    expect(personIn({ sub: 'anna' }).name).toBe('anna');
  });
});
