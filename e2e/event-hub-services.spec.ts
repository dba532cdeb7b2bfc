/* eslint-disable @nx/enforce-module-boundaries -- what the hub knows of the others, held against what they say */
import { expect, it } from '@jest/globals';
import { root, urlVariable } from '@offset-zero/platform/environment';
import { findApps } from '@offset-zero/platform/manifests.process';
import { watched } from '../apps/event-hub/src/watched.ts';

it('the event hub watches every service that publishes or reads, at its address', async () => {
  const services = (await findApps(root)).map(({ manifest }) => manifest).filter(({ database }) => database);
  expect([...watched]).toEqual(services.map(({ name, port }) => ({ name, env: urlVariable(name), port })));
});
