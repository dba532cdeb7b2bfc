import { describe, expect, it } from '@jest/globals';
import { service } from '@offset-zero/service/manifest';
import { commandsOf } from './commands.process.ts';
import type { State, Supervised } from './supervise.process.ts';
import type { System } from './system.process.ts';

const search = service({ name: 'customer-search', port: 1, summary: 'Finds' });

/** A system of one service and Kafka, in which anything that would change it fails. */
function commandsWith(kafka: State) {
  const named = (name: string, state: State) => ({ name, status: () => ({ name, state, restarts: 0 }) }) as Supervised;
  const system = {
    all: () => [named(search.name, 'ready'), named('kafka', kafka)],
    app: (name: string) => (name === search.name ? { manifest: search, folder: '', project: '', port: 1 } : undefined),
    build: () => Promise.reject(new Error('it goes ahead')),
  } as Partial<System> as System;
  return commandsOf(system, () => {});
}

describe('a service is born again', () => {
  it('only where Kafka can fill it', async () => {
    for (const state of ['stopped', 'starting', 'crashed'] as const)
      await expect(commandsWith(state).bootstrap!(search.name)).rejects.toThrow('Kafka is away: customer-search');
    await expect(commandsWith('ready').bootstrap!(search.name)).rejects.toThrow('it goes ahead');
  });
});

it.each([
  [undefined, 'Say which one. There are: customer-search, kafka'],
  ['kafak', 'There is no "kafak" here. There are: customer-search, kafka'],
])('to start %j is refused with what there is', (name, said) =>
  expect(commandsWith('ready').start!(name)).rejects.toThrow(said),
);
