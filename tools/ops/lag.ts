import type { Command } from './command.ts';
import { subscriptionsOf } from './subscriptions.ts';
import { duration, short, table } from './table.ts';

/** `npm run ops -- lag` */
export const lag: Command = {
  usage: '[subscription]',
  about: 'how far each subscription is behind, and what is wrong with it',
  takes: [0, 1],
  async run({ service, args }, { say }) {
    const found = await subscriptionsOf(service, args[0]);
    const rows = found.map(({ name, topic, state, lag, behindMs, parked, waiting, code, error }) => [
      name,
      topic,
      state,
      lag,
      duration(behindMs),
      parked,
      waiting,
      short([code, error].filter(Boolean).join(': ')),
    ]);
    say(
      found.length === 0
        ? `${service.name} reads no topic`
        : table(['subscription', 'topic', 'state', 'lag', 'behind', 'parked', 'waiting', ''], rows),
    );
    return found;
  },
};
