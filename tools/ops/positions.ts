import type { Command } from './command.ts';
import { subscriptionsOf } from './subscriptions.ts';
import { table } from './table.ts';

/** `npm run ops -- positions` */
export const positions: Command = {
  usage: '[subscription]',
  about: 'where each partition is, and where its log ends',
  takes: [0, 1],
  async run({ service, args }, { say }) {
    const found = await subscriptionsOf(service, args[0]);
    const rows = found.flatMap(({ name, partitions }) =>
      partitions.map(({ partition, next, end, replaying }) => [
        name,
        partition,
        next,
        end,
        end - next,
        replaying ? 'replaying' : '',
      ]),
    );
    say(
      found.length === 0
        ? `${service.name} reads no topic`
        : table(['subscription', 'partition', 'next', 'end', 'lag', ''], rows),
    );
    return found;
  },
};
