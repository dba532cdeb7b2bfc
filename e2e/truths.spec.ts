import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { isWholeValue } from '@offset-zero/contracts';
import { findApps } from '@offset-zero/platform/manifests.process';

it('every owner of whole values declares the tables they are in, so that they can be republished', async () => {
  const manifests = (await findApps(join(import.meta.dirname, '..'))).map(({ manifest }) => manifest);
  const owned = manifests.flatMap(({ name, owns }) =>
    owns.filter(isWholeValue).map((topic) => `${name} ${topic.name}`),
  );
  const declared = manifests.flatMap(({ name, truths }) => truths.map(({ topic }) => `${name} ${topic}`));
  expect(declared).toEqual(owned);
  expect(owned).not.toEqual([]);
});
