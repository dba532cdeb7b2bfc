import { describe, expect, it } from '@jest/globals';
import { type Customer, customerRules, fieldsOf, inputOf, newCustomer } from './customer.ts';

const { faultsIn } = customerRules;

const anna: Customer = {
  ...{ customerId: 'c', version: 3, firstName: 'Anna', lastName: 'Muster', email: 'anna@example.org', category: 'B' },
  address: { street: 'Gasse 5', postalCode: '3011', city: 'Bern', country: 'CH' },
  ...{ registeredAt: '2026-11-21T10:00:00Z', updatedAt: '2026-11-21T10:00:00Z' },
};

describe('the form of a customer', () => {
  it('sends what it was given, without what the service decides', () => {
    const { customerId, version, registeredAt, updatedAt, ...input } = anna;
    expect(inputOf(fieldsOf(anna))).toEqual(input);
    expect([customerId, version, registeredAt, updatedAt]).toHaveLength(4);
  });

  it('sends text without spaces around it, and countries in capitals', () =>
    expect(inputOf({ ...fieldsOf(anna), firstName: ' Anna ', 'address.country': 'de' })).toMatchObject({
      firstName: 'Anna',
      address: { country: 'DE' },
    }));

  it('finds nothing wrong with a good one', () => expect(faultsIn(fieldsOf(anna))).toEqual({}));

  it('says what is missing', () =>
    expect(Object.keys(faultsIn(newCustomer))).toEqual([
      ...['firstName', 'lastName', 'email', 'address.street', 'address.postalCode', 'address.city'],
    ]));

  it('knows an address of mail and a country when it sees one', () =>
    expect(faultsIn({ ...fieldsOf(anna), email: 'anna', 'address.country': 'Swiss' })).toEqual({
      email: 'notAnEmail',
      'address.country': 'notACountry',
    }));
});
