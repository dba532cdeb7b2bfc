import { describe, expect, it } from '@jest/globals';
import { readArguments } from './arguments.ts';

const services = ['customer-service', 'order-service', 'customer-search'];
const wanted = (...args: string[]) => services.filter(readArguments(args, services).wants);

describe('npm start -- options', () => {
  it('starts every service', () => expect(wanted()).toEqual(services));
  it('starts only those named', () => expect(wanted('--only', 'order-service')).toEqual(['order-service']));
  it('takes lists', () =>
    expect(wanted('--only', 'order-service,customer-search')).toEqual(['order-service', 'customer-search']));
  it('leaves those named out', () =>
    expect(wanted('--without', 'customer-search')).toEqual(['customer-service', 'order-service']));
  it('starts no service with --servers', () => expect(wanted('--servers')).toEqual([]));
  it('says which services there are when one is misspelt', () =>
    expect(() => wanted('--without', 'customer-serach')).toThrow(/customer-serach.*customer-search/));
  it('refuses an option it does not know', () => expect(() => wanted('--frehs')).toThrow(/--frehs/));
});
