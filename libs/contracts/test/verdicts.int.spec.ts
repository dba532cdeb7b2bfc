import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { LEVEL, type Level } from '../src/compatibility/levels.ts';
import { registryUrl } from './servers.ts';
import { ALL, verdicts } from './verdicts.ts';

const call = (method: string, path: string, body?: object) =>
  fetch(`${registryUrl}${path}`, {
    method,
    headers: { 'content-type': 'application/vnd.schemaregistry.v1+json' },
    body: body && JSON.stringify(body),
  });

/** Whether the registry takes `next` after this history, at each level; at ours it is really registered. */
async function levelsOfRegistry(history: object[], next: object): Promise<Level[]> {
  const subject = `verdict-${randomUUID()}`;
  const register = (schema: object) =>
    call('POST', `/subjects/${subject}/versions`, { schema: JSON.stringify(schema) });
  const hold = (compatibility: string) => call('PUT', `/config/${subject}`, { compatibility });
  const compatible = async (versions: string) => {
    const path = `/compatibility/subjects/${subject}/${versions}`;
    const answer = await call('POST', path, { schema: JSON.stringify(next) });
    return ((await answer.json()) as { is_compatible: boolean }).is_compatible;
  };
  await hold('NONE');
  for (const schema of history) expect((await register(schema)).status).toBe(200);
  const allowed: Level[] = [];
  for (const level of ALL) {
    expect((await hold(level)).status).toBe(200);
    if (await compatible(level.endsWith('_TRANSITIVE') ? 'versions' : 'versions/latest')) allowed.push(level);
  }
  await hold(LEVEL);
  const registered = (await register(next)).status === 200;
  expect(registered).toBe(allowed.includes(LEVEL));
  await call('DELETE', `/subjects/${subject}`);
  return allowed;
}

describe('the real registry says of the same table', () => {
  it.each(verdicts)('$what: $allowed', async ({ history, next, allowed, registryAlsoAllows }) => {
    const expected = [...allowed, ...(registryAlsoAllows?.levels ?? [])];
    expect(await levelsOfRegistry(history, next)).toEqual(ALL.filter((level) => expected.includes(level)));
  });
});
