import { whole } from '../arguments.ts';
import { type Command, text } from './command.ts';
import { short, table } from './table.ts';

interface Entry {
  at: string;
  what: string;
  who: string;
  reason?: string;
  subscription: string;
  partition: number;
  key: string | null;
  offsets: number[];
  outcome: string;
  error?: string;
}

const HEAD = ['at', 'who', 'what', 'outcome', 'subscription', 'partition', 'offsets', 'key', 'why'];

/** `npm run ops -- audit` */
export const audit: Command = {
  usage: '[--limit <n>] [--after <cursor>]',
  about: 'what operators did here, the latest first',
  takes: [0, 0],
  options: { limit: { type: 'string' }, after: { type: 'string' } },
  async run(given, { say }) {
    const limit = whole(text(given, 'limit'), '--limit');
    const query = { limit, after: text(given, 'after') };
    const page = await given.service.get<{ items: Entry[]; next?: string }>('audit', query);
    const rows = page.items.map((entry) => [
      ...[entry.at, entry.who, entry.what, entry.outcome, entry.subscription, entry.partition, offsetsOf(entry)],
      ...[short(entry.key, 40), short(entry.reason ?? entry.error ?? '')],
    ]);
    say(rows.length === 0 ? 'Nobody did anything yet' : table(HEAD, rows));
    if (page.next !== undefined) say(`\nThere are more: --after ${page.next}`);
    return page;
  },
};

function offsetsOf({ what, offsets }: Entry): string {
  if (what === 'reset') return offsets.join(' → ');
  return offsets.length > 1 ? `${offsets[0]} … ${offsets.at(-1)}` : `${offsets[0] ?? ''}`;
}
