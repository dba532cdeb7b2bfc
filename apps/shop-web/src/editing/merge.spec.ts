import { describe, expect, it } from '@jest/globals';
import { differences, merged, sidesOf } from './merge.ts';

const base = { name: 'Anna', city: 'Bern', mail: 'a@example.org', street: 'Old 1' };

describe('two who changed the same thing', () => {
  const mine = { ...base, city: 'Basel', street: 'New 2' };
  const theirs = { ...base, mail: 'anna@example.org', street: 'Other 3' };
  const found = differences(base, mine, theirs);

  it('differ where they do not agree, and conflict where both changed it', () =>
    expect(found.map(({ field, isConflict, suggested }) => [field, isConflict, suggested])).toEqual([
      ['city', false, 'mine'],
      ['mail', false, 'theirs'],
      ['street', true, undefined],
    ]));

  it('keep the changes of both, and of a conflict the one that was chosen', () => {
    const sides = sidesOf(found, { street: 'mine' });
    expect(merged(mine, theirs, sides)).toEqual({ ...base, city: 'Basel', mail: 'anna@example.org', street: 'New 2' });
  });

  it('leave a conflict open until somebody has chosen', () => expect(sidesOf(found, {}).street).toBeUndefined());

  it('may be told otherwise than suggested', () =>
    expect(merged(mine, theirs, sidesOf(found, { city: 'theirs', street: 'theirs' }))).toEqual(theirs));

  it('who did the same do not differ', () => expect(differences(base, mine, mine)).toEqual([]));
});
