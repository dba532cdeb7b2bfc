/* eslint-disable @nx/enforce-module-boundaries -- what the gateway knows of the others, held against what they say */
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { findApps } from '@offset-zero/platform/manifests.process';
import { services } from '../apps/api-gateway/src/upstreams/table.ts';

const root = join(import.meta.dirname, '..');

/** Nobody goes through the door to sign in. */
const NOT_BEHIND = ['api-gateway', 'identity'];

it('the gateway knows every other service by its name, its port and its variables', async () => {
  const others = (await findApps(root))
    .map(({ manifest }) => manifest)
    .filter(({ name }) => !NOT_BEHIND.includes(name));
  const known = services.map(({ name, port, env }) => ({ name, port, env }));
  const prefix = (name: string) => name.toUpperCase().replaceAll('-', '_');
  expect(known).toEqual(others.map(({ name, port }) => ({ name, port, env: prefix(name) })));
});
