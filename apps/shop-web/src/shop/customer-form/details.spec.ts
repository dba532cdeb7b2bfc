import { expect, it } from '@jest/globals';
import { differences, merged, noDetails, withValue } from './details.ts';

const read = { ...noDetails, firstName: 'Anna', lastName: 'Muster' };

it('changes one field, nested or not, and leaves the rest', () => {
  expect(withValue(read, 'address.city', 'Bern')).toEqual({ ...read, address: { ...read.address, city: 'Bern' } });
  expect(withValue(read, 'email', 'a@b.ch')).toEqual({ ...read, email: 'a@b.ch' });
});

it('says what somebody else changed and what I do', () => {
  const theirs = withValue(read, 'address.city', 'Bern');
  expect(differences(read, theirs, withValue(theirs, 'email', 'a@b.ch'))).toEqual([
    { field: 'email', before: '', theirs: '', after: 'a@b.ch' },
    { field: 'address.city', before: '', theirs: 'Bern', after: 'Bern' },
  ]);
});

it('takes what I changed, and of the rest what somebody else saved', () => {
  const theirs = withValue(withValue(read, 'address.city', 'Bern'), 'lastName', 'Meier');
  const mine = withValue(read, 'lastName', 'Frei');
  expect(merged(read, theirs, mine)).toEqual(withValue(theirs, 'lastName', 'Frei'));
});
