import { expect, it } from '@jest/globals';
import { faultsInEntries } from './entries.ts';

const ID = '01932f0e-5f4a-7c3e-9b1d-2a6c4e8f0b17';
const anna = { name: 'anna', password: 'a password', role: 'shopper', fullName: 'Anna Arnold', customerId: ID };
const carla = { name: 'carla', password: 'another', role: 'clerk', fullName: 'Carla Caduff' };
const clerk = { name: 'clerk', secret: 'a secret', role: 'clerk' };

const faults = (accounts: unknown, machines: unknown = [clerk]) => faultsInEntries(accounts, machines, 'shop-web');

it('nothing is wrong with a shopper, a clerk and a machine; nor with nobody', () => {
  expect([faults([anna, carla]), faults([], [])]).toEqual([[], []]);
});

it('two of one name are refused, in capitals or not: one’s password would get the other’s rights', () => {
  expect(faults([anna, { ...carla, name: 'Anna' }])).toEqual([
    'accounts.json, entry 2 ("Anna"): name must not be that of accounts.json, entry 1 ("anna")',
  ]);
});

it('so are a person and a machine of one name: services take them for one', () => {
  expect(faults([{ ...carla, name: 'clerk' }])).toEqual([
    'clients.json, entry 1 ("clerk"): name must not be that of accounts.json, entry 1 ("clerk")',
  ]);
});

it('a customer is one shopper’s alone, be he a machine', () => {
  const ben = { ...anna, name: 'ben' };
  const robot = { ...clerk, role: 'shopper', customerId: ID };
  expect(faults([anna, ben], [robot])).toEqual([
    'accounts.json, entry 2 ("ben"): customerId must not be that of accounts.json, entry 1 ("anna")',
    'clients.json, entry 1 ("clerk"): customerId must not be that of accounts.json, entry 1 ("anna")',
  ]);
});

it('no machine is called like the web app', () => {
  expect(faults([], [{ ...clerk, name: 'shop-web' }])).toEqual([
    'clients.json, entry 1 ("shop-web"): name must not be that of the web app',
  ]);
});

it.each([
  ['a role that does not exist', { role: 'god' }, 'role must be one of shopper, clerk, operator'],
  ['a shopper who is no customer', { customerId: undefined }, 'customerId must be there: a shopper is a customer'],
  ['a customer that is no UUID', { customerId: 'x' }, 'customerId must be a UUID in small letters'],
  ['a UUID as no service takes it', { customerId: ID.toUpperCase() }, 'customerId must be a UUID in small letters'],
  ['no password', { password: '' }, 'password must be a line of 1 to 255 characters'],
  ['a password that is no text', { password: 123456 }, 'password must be a line of 1 to 255 characters'],
  ['a password that no form sends', { password: 'two\nlines' }, 'password must be a line of 1 to 255 characters'],
  ['no full name', { fullName: undefined }, 'fullName must be a line of 1 to 255 characters'],
])('refuses %s', (_, change, fault) => {
  expect(faults([carla, { ...anna, ...change }])).toEqual([`accounts.json, entry 2 ("anna"): ${fault}`]);
});

it.each(['', ' anna', 'x'.repeat(101)])('refuses a name that nobody could type: %j', (name) => {
  expect(faults([{ ...anna, name }])).toEqual([
    expect.stringMatching(/^accounts\.json, entry 1.*: name must be a line of 1 to 100 characters without space/),
  ]);
});

it.each([null, 'anna', 7, [anna]])('says of an entry that is no object where it stands: %j', (entry) => {
  expect(faults([anna, entry])).toEqual(['accounts.json, entry 2 must be an object']);
});

it.each([null, {}, 'anna'])('says which file is no list: %j', (kept) => {
  expect(faults(kept, kept)).toEqual(['accounts.json must be a list', 'clients.json must be a list']);
});

it('says everything at once, and no secret', () => {
  const wrong = { password: 'my secret', role: 'my secret', customerId: 'my secret' };
  const said = faults([wrong], [{ name: 'robot', secret: '' }]);
  expect(said).toEqual([
    expect.stringContaining('accounts.json, entry 1: name'),
    expect.stringContaining('accounts.json, entry 1: role'),
    expect.stringContaining('accounts.json, entry 1: customerId'),
    expect.stringContaining('accounts.json, entry 1: fullName'),
    expect.stringContaining('clients.json, entry 1 ("robot"): role'),
    expect.stringContaining('clients.json, entry 1 ("robot"): secret'),
  ]);
  expect(said.join()).not.toContain('my secret');
});
