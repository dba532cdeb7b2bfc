import { whole } from '../arguments.ts';
import { type Command, text } from './command.ts';
import { parkedPage, parkedTable } from './parked-messages.ts';
import { subscriptionsOf } from './subscriptions.ts';

/** `npm run ops -- parked` */
export const parked: Command = {
  usage: '[subscription] [--key <key>] [--state parked|waiting] [--limit <n>] [--after <cursor>]',
  about: 'the messages that could not be handled, and those that wait behind them',
  takes: [0, 1],
  options: {
    key: { type: 'string' },
    state: { type: 'string' },
    limit: { type: 'string' },
    after: { type: 'string' },
  },
  async run(given, { say }) {
    const { service, args } = given;
    const [subscription] = args;
    if (subscription !== undefined) await subscriptionsOf(service, subscription);
    const limit = whole(text(given, 'limit'), '--limit');
    const query = { subscription, key: text(given, 'key'), state: text(given, 'state'), after: text(given, 'after') };
    const page = await parkedPage(service, { ...query, limit });
    say(parkedTable(page.items));
    if (page.next !== undefined) say(`\nThere are more: --after ${page.next}`);
    return page;
  },
};
