import { whole } from '../arguments.ts';
import { type Command, CONFIRMED, CONFIRMED_USAGE, confirmed, text } from './command.ts';
import { part } from './service.ts';
import { subscriptionsOf } from './subscriptions.ts';
import { table } from './table.ts';
import { targetOf } from './target.ts';

interface Answer {
  topic: string;
  rebuild: boolean;
  moves: { partition: number; from: number; to: number; again: number; skipped: number }[];
}

/** `npm run ops -- reset` */
export const reset: Command = {
  usage: `<subscription> --to <offset|time|beginning|end> [--partition <n>] ${CONFIRMED_USAGE}`,
  about: 'goes on reading from another place of the log',
  more: `A time is ISO 8601 with its zone: 2026-11-21T08:00:00Z, and means the first message of that time or later.
What was handled before is replayed: its handlers may repeat their effects, but publish nothing. A view goes to its
beginning only, and is built anew while its rows serve on. A subscription that has stopped goes on.`,
  takes: [1, 1],
  options: { ...CONFIRMED, to: { type: 'string' }, partition: { type: 'string' } },
  async run(given, io) {
    const { service, args } = given;
    const [subscription = ''] = args;
    const to = targetOf(text(given, 'to'));
    const partition = whole(text(given, 'partition'), '--partition');
    await subscriptionsOf(service, subscription);
    const send = (dryRun: boolean) =>
      service.post<Answer>(`subscriptions/${part(subscription)}/reset`, { to, partition, dryRun });
    const plan = await send(true);
    io.say(planOf(plan));
    if (!(await confirmed(given, io, 'Move it there?'))) return plan;
    const done = await send(false);
    io.say(`\n${subscription} was moved${done.rebuild ? ', and is being rebuilt' : ''}`);
    return done;
  },
};

function planOf({ moves, rebuild }: Answer): string {
  const rows = moves.map(({ partition, from, to, again, skipped }) => [partition, from, to, again, skipped]);
  const sum = (of: 'again' | 'skipped') => moves.reduce((all, move) => all + move[of], 0);
  const again = rebuild ? 'read again for a rebuild' : 'handled again, as a replay';
  const moved = table(['partition', 'from', 'to', 'again', 'skipped'], rows);
  return `${moved}\n\n${sum('again')} messages at most are ${again}; ${sum('skipped')} at most are never handled.`;
}
