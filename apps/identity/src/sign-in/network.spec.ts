import { expect, it } from '@jest/globals';
import { networkOf } from './network.ts';

it.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:db8::9', '2001:db8:0:0::/64'],
  ['2001:db8::1:2:3:4:5', '2001:db8:0:1::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('%s is of %s', (address, network) => expect(networkOf(address)).toBe(network));

it.each(['', 'unknown', '::', ':::', '1:2:3:4:5:6:7:8:9::1', '[::1]:80'])('%j breaks nothing', (address) =>
  expect(networkOf(address)).toEqual(expect.any(String)),
);
