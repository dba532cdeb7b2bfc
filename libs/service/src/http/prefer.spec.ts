import { expect, it } from '@jest/globals';
import { waitPreference } from './prefer.ts';

it.each([
  ['wait=10', 10],
  ['respond-async, wait=5', 5],
  ['Wait = "7"', 7],
  ['wait=3; strict', 3],
  ['wait=3600', 30],
  ['wait=0', 0],
  ['wait=-1', 0],
  ['wait=soon', 0],
  ['return=minimal', 0],
  [undefined, 0],
  [['return=minimal', 'wait=2'], 2],
])('Prefer: %j waits %d seconds', (header, seconds) => expect(waitPreference(header)).toBe(seconds));
