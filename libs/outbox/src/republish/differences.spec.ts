import { describe, expect, it } from '@jest/globals';
import { difference, type Held, type Logged } from './differences.ts';

const logged = (version: number, hash: string | null, before = -1): Logged => ({ version, before, hash });
const held = (version: number, hash: string | null): Held => ({ version, hash });

const GRAVESTONES = true;
const NONE = false;

describe('the log and the owner agree', () => {
  it.each([
    ['on a value', logged(7, 'a'), held(7, 'a')],
    ['on a deletion', logged(8, null), held(8, null)],
    ['when a deletion has been compacted away', undefined, held(8, null)],
    ['on a deletion that the log tells of an older version', logged(7, null), held(8, null)],
    ['when neither has it', undefined, undefined],
  ])('%s', (_, log, owner) => expect(difference(log, owner, GRAVESTONES)).toBeUndefined());

  it('on a deletion of which the owner keeps nothing', () =>
    expect(difference(logged(8, null), undefined, NONE)).toBeUndefined());
});

describe('what the log has never seen as new is published as it is', () => {
  it.each([
    ['missing-in-log', undefined, held(7, 'a')],
    ['log-behind', logged(5, 'b'), held(7, 'a')],
    ['deleted-in-log', logged(5, null), held(7, 'a')],
    ['deleted-by-owner', logged(5, 'b'), held(7, null)],
  ])('%s', (kind, log, owner) =>
    expect(difference(log, owner, GRAVESTONES)).toEqual({ kind, version: 7, publish: true }),
  );
});

describe('what the log has seen as new or newer goes on above it', () => {
  it.each([
    ['value-differs', logged(7, 'b'), held(7, 'a'), 8],
    ['value-differs', logged(7, ''), held(7, 'a'), 8],
    ['log-ahead', logged(9, 'b'), held(7, 'a'), 10],
    ['unknown-to-owner', logged(9, 'b'), undefined, 10],
    ['deleted-in-log', logged(9, null), held(7, 'a'), 10],
    ['deleted-by-owner', logged(9, 'b'), held(7, null), 10],
  ])('%s', (kind, log, owner, version) =>
    expect(difference(log, owner, GRAVESTONES)).toEqual({ kind, version, publish: true }),
  );

  it('also when the owner has written since it went back, so that versions went back in the log', () => {
    expect(difference(logged(8, 'c', 9), held(8, 'c'), NONE)).toEqual({
      kind: 'log-ahead',
      version: 10,
      publish: true,
    });
    expect(difference(logged(9, 'c', 9), held(9, 'c'), NONE)).toEqual({
      kind: 'log-ahead',
      version: 10,
      publish: true,
    });
    expect(difference(logged(7, 'b', 9), held(8, 'c'), NONE)).toEqual({
      kind: 'log-ahead',
      version: 10,
      publish: true,
    });
  });
});

describe('a deletion that the owner has forgotten is remembered and not published', () => {
  it.each([
    ['no gravestone', undefined],
    ['an older gravestone', held(3, null)],
  ])('%s', (_, owner) =>
    expect(difference(logged(8, null), owner, GRAVESTONES)).toEqual({
      ...{ kind: 'deletion-forgotten', version: 8, publish: false },
    }),
  );
});
