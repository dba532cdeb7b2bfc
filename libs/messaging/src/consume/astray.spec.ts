import { expect, it } from '@jest/globals';
import { AstrayWatch } from './astray.ts';

/** What the last of these looks at partition 0 finds; a look is `believed:stored`. */
function found(...looks: string[]): number[] {
  const watch = new AstrayWatch();
  return looks
    .map((look) => look.split(':').map(Number))
    .map(([believed, stored]) => watch.look(new Map([[0, believed!]]), new Map([[0, stored!]])))
    .at(-1)!;
}

it('a position is astray when two looks in a row see it at the same other place', () => {
  expect(found('7:3', '7:3')).toEqual([0]);
  expect(found('7:7', '7:9', '7:9')).toEqual([0]);
});

it.each([
  ['one look', ['7:3']],
  ['a batch that was committed between two looks', ['7:9', '9:9']],
  ['batch after batch', ['7:9', '9:11']],
  ['two looks with one between them that saw nothing', ['7:3', '7:7', '7:3']],
])('%s proves nothing', (_, looks) => expect(found(...looks)).toEqual([]));

it('a partition without a stored position is where it is believed to be', () => {
  const watch = new AstrayWatch();
  watch.look(new Map([[0, 7]]), new Map());
  expect(watch.look(new Map([[0, 7]]), new Map())).toEqual([]);
});
